"""Markers in the programme of an event: its items, their speakers, files and links."""

from django.core.files.base import ContentFile

from delegations.models import DelegationCitation
from forum.models import EventCitation, SetAside
from tests.config.site.world.markers import Markers
from tests.factories import (
    MAY_1,
    make_attachment,
    make_closure,
    make_session,
    make_speaker,
    make_venue,
)


class Programme(Markers):
    def sessions(self):
        titles = ("title_en", "title_kk", "original_title", "abstract_en")
        venue = make_venue(name_en=self.show("venue of an item"))
        make_closure(venue=venue, reason=self.hide("reason of a closure"))
        session = make_session(event=self.event, day=MAY_1, title_en=self.show("item"), venue=venue)
        SetAside.objects.create(
            event=self.event, check_name="room-twice", reason=self.hide("reason of the board")
        )
        for is_public in (True, False):
            tell = self.show if is_public else self.hide
            make_attachment(
                event=self.event,
                session=session,
                title_en=tell("title of a link of an item"),
                url=f"https://example.org/{tell('link of an item')}",
                is_public=is_public,
            )
        make_speaker(
            session=session,
            official=self.official,
            institution=self.institution,
            office_en=self.show("office of a speaker"),
        )
        make_speaker(
            session=session,
            official=self.hidden_official,
            institution=self.hidden_institution,
            on_behalf_of=self.hidden_official,
            office_en=self.show("office of an unpublished speaker"),
        )
        for official in self.unwilling:
            what = f"speaker who is {official.listing} until {official.listing_until}"
            speaker = make_speaker(session=session, official=official, **self.somebody(what))
            self.cite(DelegationCitation, what, speaker=speaker)
        hidden = [
            (
                f"{visibility} item",
                make_session(
                    event=self.event,
                    visibility=visibility,
                    **self.hide_all(f"{visibility} item", *titles),
                ),
            )
            for visibility in ("internal", "participants")
        ]
        for what, parent in list(hidden):
            above = parent
            for depth in (2, 3, 4):
                what_below = f"public item at depth {depth} under {what}"
                above = make_session(
                    event=self.event, parent=above, **self.hide_all(what_below, *titles)
                )
                hidden.append((what_below, above))
        what = "item of an unpublished event"
        hidden.append((what, make_session(event=self.hidden_event, **self.hide_all(what, *titles))))
        for what, session in hidden:
            speaker = make_speaker(
                session=session,
                official=self.official,
                institution=self.institution,
                on_behalf_of=self.official,
                **self.somebody(f"speaker of {what}"),
            )
            self.cite(EventCitation, what, session=session)
            self.cite(DelegationCitation, f"speaker of {what}", speaker=speaker)
            self.attach(what, session)
            self.closed.append(session.get_absolute_url())
        self.hidden_session = hidden[0][1]

    def attach(self, what: str, session) -> None:
        """A public link and a public file of an item that nobody may see."""
        make_attachment(
            event=session.event,
            session=session,
            title_en=self.hide(f"title of a link of {what}"),
            url=f"https://example.org/{self.hide(f'link of {what}')}",
        )
        made = make_attachment(
            event=session.event,
            session=session,
            title_en=self.hide(f"title of a file of {what}"),
            url="",
            file=ContentFile(self.hide(f"content of a file of {what}").encode(), name="s.txt"),
        )
        self.closed.append(f"/events/{session.event.slug}/files/{made.pk}/")
