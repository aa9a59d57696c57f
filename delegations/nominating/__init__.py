"""A delegation names its own people on a private page, and the host accepts or returns them.

`rules.py` says what may be named and when, `services.py` does it, `letters.py` tells the other
side; `pages.py` is what the delegation sees, `delegations/admin/nominating/` what staff do.
"""
