"""What leaves the program: the published folder and its one writer, and the forms besides pages."""
