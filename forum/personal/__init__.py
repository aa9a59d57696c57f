"""What is held on a person: declared by each app, given account of, and erased in one way.

An app says in its `personal.py` who is a person (`subject`), and which rows tell of one (`held`):
how they lead to the person, what in them is private, and what becomes of them.
"""
