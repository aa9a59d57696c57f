"""Kazakh; «ж.» stays with its year, the months are small letters in locale/django/."""

DATE_FORMAT = "Y\u202fж. j F"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = "Y\u202fж. j F, H:i"
YEAR_MONTH_FORMAT = "Y\u202fж. F"
MONTH_DAY_FORMAT = "j F"
SHORT_DATE_FORMAT = "d.m.Y"
SHORT_DATETIME_FORMAT = "d.m.Y H:i"
FIRST_DAY_OF_WEEK = 1
# The first is what Django's calendar and clock write; typed.py reads far more.
DATE_INPUT_FORMATS = ["%d.%m.%Y", "%d/%m/%Y"]
TIME_INPUT_FORMATS = ["%H:%M", "%H:%M:%S", "%H.%M"]
DATETIME_INPUT_FORMATS = [
    "%d.%m.%Y %H:%M",
    "%d.%m.%Y %H:%M:%S",
    "%d/%m/%Y %H:%M",
    "%d/%m/%Y %H:%M:%S",
]
DECIMAL_SEPARATOR = ","
THOUSAND_SEPARATOR = "\xa0"
NUMBER_GROUPING = 3
