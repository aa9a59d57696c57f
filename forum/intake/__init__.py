"""Taking in lists: what staff paste, upload or type as rows becomes records, and can be undone.

An app declares in its `intake.py` which kinds of rows it takes (kinds.py); its `AppConfig.ready()`
imports that. Here a text or a file becomes a sheet of cells (sheets.py), its columns are told by
their headings (columns.py), each row is read and compared with what is on record (preparing.py),
staff correct and decide, and all is written as one revision (saving.py).
"""
