"""A delegation's own page of its visit: what concerns it, and what has changed since it looked.

`reads.py` asks the database, `telling.py` says it in a language as the plain values of `visit.py`,
`changes.py` compares two looks, `looking.py` keeps the last one; `pages.py` is the page itself. The
same as PDF and calendar is made by `config/site/visits.py`.
"""
