called = ดูผู้สมัคร
