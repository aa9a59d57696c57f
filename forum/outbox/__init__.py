"""Mail that is written now and sent later: staff see what became of each letter.

`posting.py` puts a letter in, `sending.py` sends what is there (manage.py send_letters).
"""
