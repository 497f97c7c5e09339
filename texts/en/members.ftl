called = The team
