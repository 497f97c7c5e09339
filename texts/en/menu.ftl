called = Menu
words = main menu, home, /menu
choices = Here is what you can do. Tap a button, or type its name.
