import pytest
from django.http import HttpResponse
from django.urls import path
from pytest_django.asserts import assertRedirects

from config import urls as site
from config.access.proof import needs_proof, recently_proved
from tests.config.access.signing import PASSWORD, SECOND_STEP, code, set_up_codes, sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.config.access.test_proof")]
DANGER = "/danger/"
PROVE = f"/account/proof/?next={DANGER}"


@needs_proof
def danger(request):
    return HttpResponse(f"done by {request.method}")


# The site, and a page beside it.
urlpatterns = [path("danger/", danger), *site.urlpatterns]


@pytest.fixture
def signed_in(client, account):
    sign_in(client)
    return client


def test_who_has_just_signed_in_has_proved_it(signed_in):
    assert signed_in.get(DANGER).text == "done by GET"


def test_after_a_quarter_of_an_hour_it_is_asked_again(signed_in, later):
    later(15 * 60 + 1)

    assertRedirects(signed_in.get(DANGER), PROVE)
    assert signed_in.post(DANGER, {"x": 1}).url == PROVE


def test_the_password_proves_it_and_leads_back(signed_in, later):
    later(15 * 60 + 1)

    answer = signed_in.post(PROVE, {"password": PASSWORD})

    assertRedirects(answer, DANGER)
    assert signed_in.post(DANGER).text == "done by POST"


def test_a_wrong_one_does_not(signed_in, later):
    later(15 * 60 + 1)

    assert "not your password" in signed_in.post(PROVE, {"password": "wrong"}).text
    assert signed_in.get(DANGER).status_code == 302


def test_a_code_proves_it(client, account, later):
    set_up_codes(account)
    sign_in(client)
    client.post(SECOND_STEP, {"code": code()})
    later(15 * 60 + 1)
    client.get(DANGER)

    answer = client.post(f"/account/proof/code/?next={DANGER}", {"code": code()})

    assertRedirects(answer, DANGER)


def test_it_leads_back_to_no_other_host(signed_in, later):
    later(15 * 60 + 1)

    answer = signed_in.post("/account/proof/?next=//evil.example", {"password": PASSWORD})

    assert answer.url == "/admin/"


def test_a_visitor_has_proved_nothing(client, rf):
    request = rf.get("/")
    request.session, request.user = {}, None

    assert not recently_proved(request)


@pytest.mark.parametrize(
    "page",
    ["second-factor/codes/", "second-factor/recovery-codes/new/", "second-factor/passkeys/add/"],
)
def test_one_s_own_factors_are_changed_only_with_it(signed_in, later, page):
    set_up_codes(signed_in.get("/account/").context["user"])
    assert signed_in.get(f"/account/{page}").status_code in (200, 302)
    later(15 * 60 + 1)

    assert signed_in.get(f"/account/{page}").url.startswith("/account/proof/")
    assert signed_in.post(f"/account/{page}").url.startswith("/account/proof/")
