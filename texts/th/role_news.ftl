# งานที่ทีมงานแจ้งถึงคนที่เหมาะ
card = { $project } · { $organisation }
    ใช้ทักษะ: { $needs }{ $suits }
    { $seats } · { $effort } · { $place } · { $when }
    .title = งานใหม่: { $role }
together = { $when ->
    [weekly] สัปดาห์นี้มี { $count } งานที่เหมาะกับคุณ
   *[new] มีงานใหม่ { $count } งานที่เหมาะกับคุณ
}
