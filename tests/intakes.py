"""Taking in a list as staff do: bring it, look at the table, save it."""

from django.urls import reverse

from forum.models import Intake


def bring(client, kind: str, text: str = "", *, language: str = "en", place=None, **data):
    """Paste a list, and return what became of it with the table that shows it."""
    address = f"{reverse('admin:intake_new')}?kind={kind}"
    sent = {"text": text, "language": language} | (place or {}) | data
    answer = client.post(address, sent)
    assert answer.status_code == 302, answer.context["form"].errors
    intake = Intake.objects.latest("pk")
    return intake, look(client, intake)


def look(client, intake: Intake, query: str = ""):
    """The table of a list, once all of it is read."""
    answer = client.get(reverse("admin:intake_one", args=[intake.pk]) + query)
    while "read" in (answer.context or {}):
        answer = client.get(reverse("admin:intake_one", args=[intake.pk]) + query)
    return answer


def fields(answer) -> dict:
    """Everything that the table would send if nobody changed anything."""
    rows = answer.context["grid"].rows
    data = {"row": [row.key for row in rows]}
    for row in rows:
        data |= {cell.name: cell.text for cell in row.cells}
        for question in row.questions:
            chosen = (option.value for option in question.options if option.is_chosen)
            data[question.name] = next(chosen, "")
        data |= {f"{row.prefix}~out": "on"} if row.is_left_out else {}
    return data


def send(client, intake: Intake, answer, button: str = "check", **changes):
    """Send the table with some changes, and return what is shown then."""
    address = reverse("admin:intake_one", args=[intake.pk])
    client.post(address, fields(answer) | changes | {button: "on"})
    intake.refresh_from_db()
    return look(client, intake)


def states(answer) -> list[str]:
    return [row.state for row in answer.context["grid"].rows]


def question(answer, row: int, name: str):
    """The question about a column of the row that stands at this place."""
    found = answer.context["grid"].rows[row].questions
    return next(each for each in found if each.name.endswith(f"~{name}"))
