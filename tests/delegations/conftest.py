import datetime as dt

import pytest

from delegations.models import InstitutionName, OfficialName
from tests.factories import make_institution, make_official


@pytest.fixture
def taltech():
    """A university that was called otherwise until the end of 2002."""
    university = make_institution(name_en="TalTech", name_et="TalTech", slug="taltech")
    InstitutionName.objects.create(
        institution=university,
        text="Tallinn Technical University",
        language="en",
        kind="former",
        valid_until=dt.date(2002, 12, 31),
    )
    return university


@pytest.fixture
def anna():
    """A person who had another name until the middle of 2010."""
    person = make_official(name_en="Anna Tamm", name_ru="Анна Тамм", slug="anna")
    OfficialName.objects.create(
        official=person,
        text="Anna Kask",
        language="en",
        kind="former",
        valid_until=dt.date(2010, 6, 30),
    )
    return person
