"""In which language's column a text belongs: in the one of the list, if it can be that."""

import re

CYRILLIC, LATIN = re.compile("[\u0400-\u04ff]"), re.compile("[A-Za-z\u00c0-\u024f]")
# Letters that Russian has not.
KAZAKH = re.compile("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")


def column_language(text: str, language: str) -> str:
    """The language of the list; of a text in another alphabet, the likest that is written in it."""
    if CYRILLIC.search(text) and language not in ("kk", "ru"):
        return "kk" if KAZAKH.search(text) else "ru"
    is_latin = LATIN.search(text) and not CYRILLIC.search(text)
    return "en" if is_latin and language in ("kk", "ru") else language
