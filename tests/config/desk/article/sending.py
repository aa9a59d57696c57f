"""Sending the page of an article as a browser would."""

import html5lib

PAGE = "/admin/article/"


def as_sent(response) -> dict[str, str]:
    """What the form of the page would send if nobody changed anything."""
    page = html5lib.parse(response.text, namespaceHTMLElements=False)
    form = page.find(".//form[@class='article']")
    fields = [each for each in form.iter() if each.get("name") and each.get("type") != "submit"]
    values = {field.get("name"): _value(field) for field in fields if field.tag != "button"}
    return {name: value for name, value in values.items() if value is not None}


def _value(field) -> str | None:
    if field.tag == "select":
        options = list(field.iter("option"))
        chosen = [each for each in options if each.get("selected") is not None] or options[:1]
        return chosen[0].get("value") if chosen else None
    if field.tag == "textarea":
        return "".join(field.itertext())
    if field.get("type") == "checkbox":
        return "on" if field.get("checked") is not None else None
    return field.get("value", "")


def paste(client, text: str, **fields):
    """The page with what a text names."""
    return client.post(PAGE, {"text": text, **fields})


def rows(sent: dict[str, str], kind: str, field: str) -> list[str]:
    """A field of all rows of a kind."""
    number = int(sent[f"{kind}-TOTAL_FORMS"])
    return [sent.get(f"{kind}-{each}-{field}", "") for each in range(number)]
