"""What is told of events: venues, sources with what they say, figures and links."""

from config.archive import words
from config.archive.chance import Chance
from config.archive.sheet import Sheet
from config.archive.size import Size
from delegations.models import Delegation, DelegationCitation
from forum.choices import AttachmentKind, Claim, Fact, FigureKind
from forum.models import Attachment, EventCitation, Figure, Source, Venue

SAYINGS = {
    Fact.DATE: "1–2",
    Fact.PLACE: "Main building",
    Fact.SIZE: "more than 40",
    Fact.TITLE: "Forum",
}


def add_venues(sheet: Sheet, chance: Chance, size: Size) -> tuple[list[Venue], list[Venue]]:
    """Add buildings and the rooms in them; the first has the rooms of the largest forum."""
    buildings, rooms = [], []
    for number in range(size.events // 4 + 1):
        code = "KZ" if number == 0 else chance.weighted(words.COUNTRIES)
        city = words.city(code, chance.randrange(12))
        name = words.joined("{} {}, {}", words.table("buildings")[0], number + 1, city)
        building = sheet.add(
            Venue(
                **chance.said("name", name),
                **chance.said("city", city),
                country=code,
                latitude=f"{chance.uniform(-60, 65):.6f}",
                longitude=f"{chance.uniform(-120, 140):.6f}",
            )
        )
        buildings.append(building)
        for room in range(size.largest.rooms if number == 0 else 3):
            name = words.joined("{} {}", words.table("rooms")[0], room + 101)
            rooms.append(sheet.add(Venue(**chance.said("name", name), parent=building)))
    return buildings, rooms


def add_source(sheet: Sheet, chance: Chance, about: str, day, number: int) -> Source:
    language = chance.choice(["en", "kk", "ru", "et"])
    return sheet.add(
        Source(
            title=f"Made-up report {number + 1} on {about}"[:500],
            publisher=f"Bulletin {chance.randint(1, 40)}",
            url=f"https://news.example.org/{about}/{number + 1}"[:600],
            language=language,
            published_on=day + chance.days(0, 20),
        )
    )


def add(sheet: Sheet, chance: Chance, event, plan) -> None:
    """Add what sources, figures and links say of an event."""
    about = f"event-{plan.number + 1}"
    sources = [add_source(sheet, chance, about, plan.first, number) for number in range(2)]
    for fact in chance.sample([*SAYINGS], chance.randint(1, 3)):
        said = {"field": fact, "as_printed": SAYINGS[fact], "is_preferred": chance.happens(0.5)}
        source = chance.choice(sources)
        claim = chance.choice([*Claim])
        sheet.add(EventCitation(event=event, source=source, claim=claim, **said))
    for kind in chance.sample([*FigureKind], chance.randint(0, 3)):
        value = chance.randint(2, 500)
        sheet.add(Figure(event=event, kind=kind, value=value, source=chance.choice(sources)))
    for kind in chance.sample([*AttachmentKind], chance.randint(0, 3)):
        sheet.add(
            Attachment(
                **chance.said("title", words.label(kind)),
                event=event,
                kind=kind,
                url=f"https://files.example.org/{about}/{kind}",
                as_of=plan.first,
                is_public=chance.happens(0.9),
            )
        )
    delegation = next(each for each in sheet.rows[Delegation] if each.event is event)
    printed = "The delegation came."
    sheet.add(DelegationCitation(delegation=delegation, source=sources[0], as_printed=printed))
