import pytest
from django.core.management import call_command
from django.utils.translation import override

from agreements.models import Agreement
from delegations.models import Institution, Official
from forum.models import Event
from tests.config.crawling import crawl

PAGES = (Event, Institution, Official, Agreement)


@pytest.mark.django_db
def test_every_link_of_the_demo_leads_somewhere_and_every_published_record_is_reached(client):
    call_command("load_demo", verbosity=0)
    published = [record for model in PAGES for record in model.objects.published()]

    english = crawl(client, "/")
    kazakh = crawl(client, "/kk/")

    pages = english | kazakh
    assert {url: status for url, (status, _text) in pages.items() if status >= 400} == {}
    for language, reached in (("en", english), ("kk", kazakh)):
        with override(language):
            addresses = {record.get_absolute_url() for record in published}
        assert addresses - set(reached) == set()
    assert {type(record) for record in published} == set(PAGES)
