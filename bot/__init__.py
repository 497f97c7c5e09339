"""THE SHELL: both ends of the path; everything that touches the outside world."""
