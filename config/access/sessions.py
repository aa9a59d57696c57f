"""Where somebody is signed in: in words."""

from dataclasses import dataclass
from datetime import datetime

from allauth.usersessions.models import UserSession
from django.utils.translation import gettext as _

# The first that a browser says of itself; most say also that they are like others.
BROWSERS = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("YaBrowser", "Yandex Browser"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
]
SYSTEMS = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
]


@dataclass(frozen=True)
class Place:
    """One session of a user, as a reader recognises it."""

    key: int
    device: str
    address: str
    began_at: datetime
    seen_at: datetime
    is_here: bool


def places(user) -> list[Place]:
    """The sessions of the user, the one used last first; those that are over are dropped."""
    sessions = UserSession.objects.purge_and_list(user)
    return [_place(each) for each in sorted(sessions, key=lambda s: s.last_seen_at, reverse=True)]


def _place(session: UserSession) -> Place:
    return Place(
        key=session.pk,
        device=device(session.user_agent),
        address=session.ip,
        began_at=session.created_at,
        seen_at=session.last_seen_at,
        is_here=session.is_current(),
    )


def device(agent: str) -> str:
    """The browser and the system that a browser says it is: “Firefox on Windows”."""
    browser, system = _first(BROWSERS, agent), _first(SYSTEMS, agent)
    if browser and system:
        return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("A program that does not say its name")


def _first(known, agent: str) -> str:
    return next((name for sign, name in known if sign in agent), "")
