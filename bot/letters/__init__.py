"""LETTERS: the work reference as a PDF, and the page that says whether it is true."""
