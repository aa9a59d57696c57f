import pytest
import reversion
from django.apps import apps
from django.utils.translation import override

from delegations.models import Institution, Official
from forum.derived import DERIVATIONS, catch_up
from forum.derived.refresh import rebuild
from forum.history import keeping
from forum.models import Event
from forum.records.collation import sort_key
from forum.records.sorting import LENGTH, SortKeyColumn
from tests.factories import make_event, make_institution, make_official, make_series, make_topic

pytestmark = pytest.mark.django_db
SORTED = [model for model in apps.get_models() if hasattr(model, "sort_key")]


def titles(reader: str) -> list[str]:
    catch_up()
    with override(reader):
        return [event.title for event in Event.objects.order_by(Event.sort_key.here)]


def test_the_order_is_that_of_what_the_reader_sees():
    make_event(title_en="beta", title_ru="Альфа")
    make_event(title_en="Alpha", title_ru="")
    make_event(title_en="Gamma", title_ru="бета")

    assert titles("en") == ["Alpha", "beta", "Gamma"]
    # The reader's own alphabet comes first.
    assert titles("ru") == ["Альфа", "бета", "Alpha"]


@pytest.mark.parametrize(
    ("reader", "names"),
    [
        ("en", ["Łódź", "Øresund", "Zürich"]),
        ("kk", ["Кения", "Қазақстан", "Латвия", "Өзбекстан", "Үндістан"]),
        ("ru", ["Елец", "Ёлкино", "Ель", "Уфа"]),
        ("et", ["Soome", "Šveits", "Zimbabwe", "Taani", "Õismäe", "Ülenurme"]),
    ],
)
def test_a_list_stands_in_the_alphabet_of_the_reader(reader, names):
    for name in reversed(names):
        make_institution(**{"name_en": "", f"name_{reader}": name})

    with override(reader):
        assert [str(each) for each in Institution.objects.in_order()] == names


def test_people_stand_by_the_name_to_sort_by_where_there_is_one():
    nurbek = make_official(name_en="Sayasat Nurbek", sort_name_en="Nurbek, Sayasat")
    karis = make_official(name_en="Alar Karis", sort_name_en="Karis, Alar")
    moore = make_official(name_en="Moore")

    assert list(Official.objects.in_order()) == [karis, moore, nurbek]


def change_with_save():
    event = Event.objects.get()
    event.title_en = "Alpha"
    event.save()


def change_in_part():
    event = Event.objects.get()
    event.title_en = "Alpha"
    event.save(update_fields=["title_en"])


def change_with_update():
    Event.objects.update(title_en="Alpha")


def change_in_bulk():
    event = Event.objects.get()
    event.title_en = "Alpha"
    Event.objects.bulk_update([event], ["title_en"])


@pytest.mark.parametrize(
    "change", [change_with_save, change_in_part, change_with_update, change_in_bulk]
)
def test_a_record_moves_to_its_new_place_by_any_door(change):
    make_event(title_en="Omega")
    change()
    catch_up()

    assert bytes(Event.objects.get().sort_key_en) == sort_key("Alpha", "en")


def test_what_is_created_in_bulk_has_its_place():
    Event.objects.bulk_create([Event(title_en=title, slug=title) for title in ("b", "a")])

    assert titles("en") == ["a", "b"]


def test_all_can_be_written_anew():
    make_event(title_en="Alpha")
    catch_up()
    Event._base_manager.update(sort_key_en=b"")
    rebuild(DERIVATIONS["order_of_event"])

    assert bytes(Event.objects.get().sort_key_en) == sort_key("Alpha", "en")


def test_the_key_of_a_long_title_fits_into_an_index():
    make_event(title_en="北" * 300)
    catch_up()

    assert len(bytes(Event.objects.get().sort_key_en)) < 2700
    assert LENGTH < 300


def test_a_save_that_changes_no_title_is_no_change():
    event = make_event(title_en="Alpha")
    before = Event.objects.get().changed_at
    # In memory it does not know its place yet.
    catch_up()
    event.save()

    assert Event.objects.get().changed_at == before


@pytest.mark.parametrize("model", SORTED, ids=lambda model: model._meta.model_name)
def test_the_place_in_an_alphabet_is_no_part_of_the_history(model):
    if not reversion.is_registered(model):
        pytest.skip("It has no history.")
    columns = set(model.sort_key.columns.values())

    assert all(isinstance(model._meta.get_field(name), SortKeyColumn) for name in columns)
    assert not columns & set(reversion.revisions._get_options(model).fields)
    assert not columns & set(keeping.serialized(model(pk=1))["fields"])


def test_staff_sort_a_list_by_a_name_in_their_alphabet():
    with override("kk"):
        assert Event.title.admin_order_field == "sort_key_kk"
        assert Official.sort_name.admin_order_field == "sort_key_kk"


def test_what_has_no_sort_key_cannot_be_sorted_by():
    assert Institution.short_name.admin_order_field is None


@pytest.mark.parametrize(
    ("make", "address"),
    [
        (make_institution, "/admin/delegations/institution/"),
        (make_official, "/admin/delegations/official/"),
        (make_topic, "/admin/forum/topic/"),
        (make_series, "/admin/forum/series/"),
    ],
)
def test_staff_find_names_in_their_alphabet(staff_client, make, address):
    for name in ("Үндістан", "Қарағанды", "Әлем"):
        make(name_en="", name_kk=name)

    listed = staff_client.get(f"/kk{address}").context["cl"].queryset

    assert [record.name_kk for record in listed] == ["Әлем", "Қарағанды", "Үндістан"]
