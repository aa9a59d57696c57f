"""What every answer carries, whatever it is: a page, a file, a refusal."""

import pytest
from django.conf import settings
from django.test import override_settings
from django.urls import reverse

from tests.factories import make_event

pytestmark = pytest.mark.django_db

EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
}
POLICY = [
    "default-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
]
ADDRESSES = {
    "a page": "/",
    "a page that is not there": "/nothing/",
    "a redirect": "/kk/admin",
    "a calendar": "/events/calendar.ics",
    "a feed": "/events/feed/",
    "a table": "/agreements/?format=csv",
    "the sitemap": "/sitemap.xml",
    "robots": "/robots.txt",
    "signing in": "/account/login/",
    "the admin": "/admin/",
    "health": "/healthz",
    "a bad request": "/?q=%00",
}


@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES)
def test_every_answer_is_guarded(client, address):
    make_event()

    response = client.get(address)

    assert {name: response.get(name) for name in EVERYWHERE} == EVERYWHERE
    policy = response["Content-Security-Policy"].split("; ")
    assert [each for each in POLICY if each not in policy] == []
    assert "unsafe" not in response["Content-Security-Policy"]
    assert "Access-Control-Allow-Origin" not in response
    assert response.get("Permissions-Policy")


@pytest.mark.parametrize("address", ["/admin/", "/admin/auth/user/", "/admin/reminders/"])
def test_what_staff_see_is_kept_by_no_cache(admin_client, address):
    assert "no-store" in admin_client.get(address)["Cache-Control"]


@override_settings(SECURE_SSL_REDIRECT=True)
def test_pages_lead_to_https_and_health_does_not(client):
    assert client.get("/")["Location"] == "https://testserver/"
    assert client.get("/healthz").status_code == 200


@override_settings(SECURE_HSTS_SECONDS=31536000, SECURE_HSTS_INCLUDE_SUBDOMAINS=True)
def test_browsers_are_told_to_keep_to_https(client):
    told = client.get("/", secure=True)["Strict-Transport-Security"]

    assert told == "max-age=31536000; includeSubDomains"


@pytest.mark.parametrize("method", ["TRACE", "PUT", "DELETE", "PATCH", "BREW"])
def test_methods_that_no_page_knows_are_refused(client, method):
    assert client.generic(method, "/events/").status_code == 405


def test_whoever_signs_out_leaves_no_page_behind(admin_client):
    response = admin_client.post(reverse("admin:logout"))

    assert response["Clear-Site-Data"] == '"cache"'
    assert response.cookies[settings.SESSION_COOKIE_NAME].value == ""


def test_who_stays_keeps_what_is_cached(admin_client, client):
    assert "Clear-Site-Data" not in admin_client.get("/admin/")
    assert "Clear-Site-Data" not in client.get("/")
