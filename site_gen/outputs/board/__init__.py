"""Sheets for the notice board as PDF: values and a theme's templates go in, typst sets them, bytes come out."""
