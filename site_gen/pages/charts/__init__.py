"""Charts as values: pure functions from figures to records that the theme's components draw as SVG.

Positions along a chart are percentages of its width, so that a drawing fits a phone and a sheet of paper while its text keeps
the size of the page's. Nothing here knows colours or pixels.
"""
