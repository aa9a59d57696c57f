import pytest
from django.core.management import call_command

from delegations.models import CommonOffice, OfficeRank
from forum.models import Topic

pytestmark = pytest.mark.django_db


def test_an_office_begins_with_ranks_offices_and_topics_in_four_languages():
    call_command("load_vocabulary", verbosity=0)

    rector = CommonOffice.objects.get(name_en="Vice-Rector")
    assert (rector.name_kk, rector.name_ru, rector.name_et) == (
        "Проректор",
        "Проректор",
        "prorektor",
    )
    assert rector.rank.name_en == "Vice-rector"
    assert "Pro-Rector" in rector.forms
    for model in (OfficeRank, CommonOffice, Topic):
        assert all(name for row in model.objects.all() for name in row_names(row))


def row_names(row):
    return [getattr(row, column) for column in type(row).name.fields]


def test_what_the_office_has_made_its_own_is_left_alone(capsys):
    call_command("load_vocabulary", verbosity=0)
    CommonOffice.objects.filter(name_en="Rector").update(spellings="Magnificent Rector")

    call_command("load_vocabulary")

    assert capsys.readouterr().out == "It is there already.\n"
    assert CommonOffice.objects.get(name_en="Rector").spellings == "Magnificent Rector"
