called = ดูทีม
