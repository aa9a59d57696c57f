"""In what capacity, and in which offices, somebody took part."""

import pytest
from django.utils.translation import override

from delegations import naming
from delegations.attendance import events_of
from delegations.doubles.merging import merge
from delegations.models import Member
from delegations.naming import Reader
from tests.factories import (
    make_agreement,
    make_appointment,
    make_delegation,
    make_event,
    make_institution,
    make_member,
    make_official,
    make_session,
    make_signatory,
    make_speaker,
)
from tests.reading import pdf_of, read, words_of

pytestmark = pytest.mark.django_db


def in_words(representation, reader=Reader.VISITOR) -> str:
    return naming.person(representation, reader, None).in_words()


class TestCapacity:
    @pytest.mark.parametrize(
        ("capacity", "said"),
        [
            ("", "Rector"),
            ("substantive", "Rector"),
            ("acting", "acting Rector"),
            ("elect", "Rector-elect"),
            ("honorary", "honorary Rector"),
        ],
    )
    def test_it_is_a_part_of_the_office(self, capacity, said):
        assert in_words(make_member(capacity=capacity)) == said

    def test_it_is_said_in_the_language_of_the_office_whoever_reads(self):
        member = make_member(office_en="Rector", capacity="acting")

        with override("ru"):
            office = naming.person(member, Reader.VISITOR, None).office

        assert (office.text, office.language) == ("acting Rector", "en")

    def test_it_is_taken_over_with_the_office_held(self):
        held = make_appointment(office_en="Rector", capacity="acting")
        member = Member(delegation=make_delegation(), appointment=held)

        member.full_clean()

        assert member.capacity == "acting"

    def test_an_office_that_was_typed_keeps_its_own(self):
        held = make_appointment(office_en="Rector", capacity="acting")
        member = Member(delegation=make_delegation(), appointment=held, office_en="Vice-Rector")

        member.full_clean()

        assert member.capacity == ""

    def test_a_signatory_is_shown_so_on_the_page_and_in_the_pdf(self, client):
        agreement = make_agreement()
        make_signatory(agreement=agreement, office_en="Rector", capacity="acting")

        record = pdf_of(client.get(agreement.get_absolute_url() + "record.pdf"))

        assert "acting Rector" in read(client.get(agreement.get_absolute_url()))
        assert "acting Rector" in words_of(record)

    def test_an_office_held_for_a_time_is_named_so_too(self, client):
        held = make_appointment(office_en="Rector", capacity="acting")

        assert "acting Rector" in read(client.get(held.official.get_absolute_url()))


class TestTwoOffices:
    def came(self, make=make_member, **fields):
        return make(
            official=make_official(name_en="Jaan Tamm"),
            office_en="Rector",
            institution=make_institution(name_en="University of Tartu"),
            also_office_en="President",
            also_institution=make_institution(name_en="Council of Rectors"),
            **fields,
        )

    def test_both_are_named_in_words(self):
        said = "Jaan Tamm, Rector, University of Tartu; President, Council of Rectors"

        assert in_words(self.came()) == said

    def test_visitors_are_told_of_no_institution_that_is_not_published(self):
        member = make_member(
            also_office_en="President", also_institution=make_institution(is_published=False)
        )

        assert in_words(member) == "Rector; President"
        assert member.also_institution.name_en in in_words(member, Reader.STAFF)

    def test_the_list_of_delegations_shows_both(self, client):
        event = make_event()
        self.came(delegation=make_delegation(event=event))

        page = read(client.get(f"/events/{event.slug}/delegations/"))

        assert "Jaan Tamm Rector University of Tartu President Council of Rectors" in page

    def test_so_do_the_printed_programme_and_the_page_of_the_person(self, client):
        event = make_event()
        speaker = self.came(make_speaker, session=make_session(event=event))

        programme = pdf_of(client.get(f"/events/{event.slug}/programme/programme.pdf"))

        said = "Jaan Tamm, Rector, University of Tartu; President, Council of Rectors"
        assert said in words_of(programme)
        assert "Rector · President" in read(client.get(speaker.official.get_absolute_url()))

    def test_the_second_institution_was_there_too(self):
        member = self.came()

        assert list(events_of(member.also_institution)) == [member.delegation.event]

    def test_an_agreement_is_found_by_the_second_office_of_who_signed(self, client):
        agreement = self.came(make_signatory).agreement

        for words in ("council of rectors", "president"):
            assert agreement.title_en in read(client.get("/search/", {"q": words}))

    def test_a_merge_of_institutions_keeps_it(self):
        member, keep = self.came(), make_institution(name_en="Rectors' Council")

        merge(keep=keep, duplicate=member.also_institution)

        member.refresh_from_db()
        assert member.also_institution == keep
