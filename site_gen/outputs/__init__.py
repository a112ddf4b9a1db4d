"""What the program publishes: the one writer of the output folder, and every form of output besides pages."""
