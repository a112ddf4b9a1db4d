"""One module for each kind of file; all give a `Book`. Which one reads a file is decided by what it holds (`opening.py`)."""
