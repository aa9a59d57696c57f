import pytest
from django.utils.translation import override

from agreements.models import Agreement
from delegations.models import Institution, Official
from forum.models import Event
from tests.config.site.crawling import crawl

PAGES = (Event, Institution, Official, Agreement)


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "start"), [("kk", "/kk/")])
def test_every_link_of_the_demo_leads_somewhere_and_every_published_record_is_reached(
    client, load_demo, language, start
):
    load_demo()
    published = [record for model in PAGES for record in model.objects.published()]

    pages = crawl(client, start)

    assert {url: status for url, (status, _text) in pages.items() if status >= 400} == {}
    with override(language):
        addresses = {record.get_absolute_url() for record in published}
    assert addresses - set(pages) == set()
    assert {type(record) for record in published} == set(PAGES)
