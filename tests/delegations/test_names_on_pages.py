"""What pages show of those who acted under the names of their day."""

import datetime as dt

import pytest

from tests.factories import (
    make_agreement,
    make_delegation,
    make_event,
    make_official,
    make_party,
    make_session,
    make_signatory,
    make_speaker,
)

pytestmark = pytest.mark.django_db

IN_1999, IN_2025 = dt.date(1999, 6, 1), dt.date(2025, 6, 1)


def read(response) -> str:
    text = " ".join(response.content.decode().split())
    return text.replace("&amp;", "&")


def test_an_act_shows_the_names_of_its_day_with_today_s_beside_them(client, taltech, anna):
    agreement = make_agreement(concluded_on=IN_1999)
    party = make_party(agreement=agreement, institution=taltech)
    make_signatory(agreement=agreement, party=party, official=anna, institution=taltech)

    page = read(client.get(agreement.get_absolute_url()))

    assert page.count(">Tallinn Technical University</a>") == 2
    assert page.count('<span class="note">today: TalTech</span>') == 2
    assert ">Anna Kask</a>" in page
    assert '<span class="note">today: Anna Tamm</span>' in page


def test_a_speech_is_of_the_name_of_its_own_day(client, anna):
    event = make_event(starts_on=dt.date(2010, 6, 30), ends_on=dt.date(2010, 7, 1))
    for day in (event.starts_on, event.ends_on):
        make_speaker(session=make_session(event=event, day=day), official=anna)

    page = read(client.get(f"{event.get_absolute_url()}programme/"))

    assert page.count(">Anna Kask</a>") == 1
    assert page.count(">Anna Tamm</a>") == 1


def test_a_register_as_a_table_has_the_names_of_each_day(client, taltech):
    for day in (IN_1999, IN_2025):
        make_party(agreement=make_agreement(concluded_on=day), institution=taltech)

    table = client.get("/agreements/register.csv").getvalue().decode()

    assert table.count(",Tallinn Technical University,") == 1
    assert table.count(",TalTech,") == 1


def test_no_blank_stands_before_a_comma_or_inside_a_link(client, taltech):
    agreement = make_agreement()
    party = make_party(agreement=agreement, institution=taltech, unit_en="Law")
    make_signatory(agreement=agreement, party=party, official=make_official(honorific_en="Prof."))
    delegation = make_delegation(institution=taltech)

    for address in (
        agreement.get_absolute_url(),
        f"{delegation.event.get_absolute_url()}delegations/",
    ):
        page = read(client.get(address)).partition("<main")[2].partition("</main")[0]
        assert "TalTech</a>" in page
        assert " ," not in page
        assert " </a>" not in page
