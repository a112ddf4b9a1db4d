"""Tables of Word, Excel and text as drafts in YAML that a person reviews; nothing goes straight to the site.

A file is read as a `Book` of paragraphs and tables (`readers/`), its tables are put together again as they were before pages cut
them (`assembly.py`), their columns are found by what they are called (`columns.py`), and each row becomes part of a draft
(`targets/`). Whatever had to be guessed is a `Doubt`.
"""
