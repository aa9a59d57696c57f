import pytest
from django.core.management import CommandError, call_command

from delegations.models import Official
from forum.choices import ErasureMode
from forum.models import Erasure
from forum.personal.erasing import erase
from tests.factories import make_contact, make_official

pytestmark = pytest.mark.django_db


def restored(key: int) -> Official:
    """The person as an older backup has them."""
    Official.objects.filter(pk=key).delete()
    person = make_official(pk=key, name_en="Zorblat Quixtor", slug="zorblat")
    make_contact(official=person, phone="+7 998 877 66")
    return person


@pytest.mark.parametrize("is_known", [True, False], ids=["known to the backup", "done after it"])
def test_what_was_erased_is_erased_again_after_a_restore(tmp_path, is_known):
    person, file = make_official(name_en="Zorblat Quixtor"), tmp_path / "erased.jsonl"
    erase(Official, person.pk, mode=ErasureMode.ANONYMOUS, reason="Asked for.")
    call_command("reapply_erasures", write=str(file))
    assert "Quixtor" not in file.read_text()
    if not is_known:
        Erasure.objects.all().delete()

    restored(person.pk)
    call_command("reapply_erasures", str(file), verbosity=0)

    person.refresh_from_db()
    assert person.name == "Name withheld"
    assert not hasattr(person, "contact")
    assert Erasure.objects.count() == 1


def test_a_file_that_is_none_is_refused_in_words(tmp_path):
    broken = tmp_path / "broken"
    broken.write_text("nothing")

    with pytest.raises(CommandError, match="is not what --write makes"):
        call_command("reapply_erasures", str(broken))
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("reapply_erasures", str(tmp_path / "missing"))
    with pytest.raises(CommandError, match="cannot be written"):
        call_command("reapply_erasures", write=str(tmp_path / "no" / "folder"))
