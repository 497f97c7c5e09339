# งานที่ทีมงานแจ้งถึงคนที่เหมาะ
card = { $project } · { $organisation }
    ใช้ทักษะ: { $needs }{ $suits }
    { $seats } · { $effort } · { $place } · { $when }
    .title = งานใหม่: { $role }
