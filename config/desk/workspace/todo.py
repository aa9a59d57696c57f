"""All that is incomplete of an event, each with the way to where it is mended."""

from config.desk.missing import missing_of
from config.desk.panels import Panel, panels_of
from config.desk.workspace.desk import Desk

MOST = 100


def panels(desk: Desk) -> list[Panel]:
    """What is missing of the event, as far as the reader may mend or see it."""
    return panels_of(missing_of(desk.event), desk.request.user, back=desk.address, most=MOST)
