"""Reading the pages that publish records, and sending their forms."""

from django.urls import reverse

from forum.mentions import ident


def publishing_url(*records, act="publish") -> str:
    keys = ",".join(str(record.pk) for record in records)
    return reverse(f"admin:{records[0]._meta.model_name}_{act}", args=[keys])


def named(client, *records, act="publish") -> dict:
    """What the page lists: each record's text, and the row."""
    rows = client.get(publishing_url(*records, act=act)).context["named"]
    return {str(row.record): row for row in rows}


def tick(*records) -> dict:
    return {"also": ["{}:{}".format(*ident(record)) for record in records]}
