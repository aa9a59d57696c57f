"""What stands on a page without saying anything: a heading, a box, a column, a lone dash."""

import html5lib

SAY_SOMETHING = {"h1", "h2", "h3", "dt", "dd", "li", "ul", "ol", "dl", "aside", "figure", "caption"}
# The cell of an item of a programme that has no time keeps its place.
LONE = {"–", "-", "·", ":", ","}
PICTURES = {"img", "svg", "input"}


def empty_parts(page: str) -> list[str]:
    """What is empty in the content of a page, in words."""
    document = html5lib.parse(page, namespaceHTMLElements=False)
    main = next(document.iter("main"))
    found = []
    for element in main.iter():
        if isinstance(element.tag, str):
            found += _faults(element)
    return found


def _words(element) -> str:
    return " ".join("".join(element.itertext()).split())


def _faults(element) -> list[str]:
    words = _words(element)
    shown = words or any(child.tag in PICTURES for child in element.iter())
    if element.tag in SAY_SOMETHING and not shown:
        return [f"an empty {element.tag}"]
    if words in LONE:
        return [f"a lone {words} in a {element.tag}"]
    children = [child.tag for child in element if isinstance(child.tag, str)]
    if element.tag == "section" and children in (["h2"], ["h3"]):
        return [f"a heading alone: {words}"]
    return _empty_columns(element) if element.tag == "table" else []


def _empty_columns(table) -> list[str]:
    rows = [[_words(cell) for cell in row] for row in table.iter("tr")]
    # Bars are drawn in a column of their own; a timetable has gaps.
    if table.get("class") in ("bars", "timetable") or len({*map(len, rows)}) > 1:
        return []
    columns = zip(*rows, strict=True)
    return [f"an empty column: {head}" for head, *cells in columns if not any(cells)]
