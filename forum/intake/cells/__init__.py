"""What a cell of a list says: a person with an office, several people, days, times, parties.

Plain text in, plain values out; case and script are kept, and nothing is made up: what is not
understood stays in `rest`, or the reader raises ValueError, as those of typed values do.
"""

from forum.intake.cells.moments import Days, dates, time_range
from forum.intake.cells.parties import between, parties
from forum.intake.cells.people import people
from forum.intake.cells.person import Person, person

__all__ = ["Days", "Person", "between", "dates", "parties", "people", "person", "time_range"]
