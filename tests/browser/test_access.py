"""Signing in with what people hold in their hands: a passkey of a browser, codes of an app."""

import re

import pytest
from allauth.mfa.models import Authenticator
from playwright.sync_api import expect

from tests.browser.barriers import barriers
from tests.config.access.signing import PASSWORD, code, make_account

pytestmark = pytest.mark.slow
KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
PAGES = [
    "",
    "password/change/",
    "second-factor/passkeys/add/",
    "second-factor/codes/remove/",
    "second-factor/recovery-codes/new/",
    "sessions/",
    "proof/",
    "proof/code/",
]
WINDOWS = [("", "light", 1280), ("/kk", "dark", 390), ("/ru", "light", 390), ("/et", "dark", 1280)]


@pytest.fixture(autouse=True)
def required(settings, transactional_db):
    settings.SECOND_FACTOR = True
    return make_account()


def heading(page, text):
    expect(page.get_by_role("heading", level=1)).to_have_text(text)


def password(page):
    page.get_by_label("User name").fill("aigul")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def sign_out(page):
    page.goto("/account/")
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_load_state()


def give_a_key(page):
    """A security device in the page's browser; how to let it be used by nobody."""
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    key = device.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})["authenticatorId"]

    def refuse():
        said = {"authenticatorId": key, "isUserVerified": False}
        device.send("WebAuthn.setUserVerified", said)

    return refuse


def test_a_passkey_is_set_up_and_lets_in_without_the_password(open_page):
    page = open_page("/admin/forum/event/")
    give_a_key(page)
    password(page)
    heading(page, "Set up a second factor")
    page.get_by_role("link", name="Add a passkey").click()
    expect(page.get_by_text("A passkey needs a browser that has them")).to_be_hidden()
    page.get_by_label("Name").fill("Laptop")
    page.get_by_role("button", name="Add the passkey").click()
    heading(page, "Recovery codes")
    page.get_by_role("link", name="I have kept them").click()
    page.wait_for_url("**/admin/")
    sign_out(page)

    page.goto("/admin/forum/topic/")
    page.get_by_role("button", name="Sign in with a passkey").click()

    page.wait_for_url("**/admin/forum/topic/")


def test_a_passkey_is_the_second_step_after_the_password(open_page):
    page = open_page("/account/login/")
    give_a_key(page)
    password(page)
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_label("Let me sign in with this passkey alone").uncheck()
    page.get_by_role("button", name="Add the passkey").click()
    heading(page, "Recovery codes")
    sign_out(page)

    page.goto("/account/login/")
    password(page)
    heading(page, "Second step")
    page.get_by_role("button", name="Use a passkey").click()

    page.wait_for_url("**/admin/")


def test_a_passkey_that_is_not_used_says_so_and_nothing_else_happens(open_page):
    page = open_page("/account/login/")
    refuse = give_a_key(page)
    refuse()

    page.get_by_role("button", name="Sign in with a passkey").click()

    expect(page.get_by_text("The passkey was not used")).to_be_visible(timeout=90_000)


def test_codes_of_an_app_are_set_up_and_asked_for(open_page):
    page = open_page("/admin/")
    password(page)
    page.get_by_role("link", name="Use codes of an app").click()
    expect(page.get_by_alt_text("The key as a QR code")).to_be_visible()
    shown = page.get_by_alt_text("The key as a QR code")
    assert shown.evaluate("image => image.naturalWidth") > 0
    secret = page.locator(".account code").inner_text()
    page.get_by_label("Code").fill(code(secret))
    page.get_by_role("button", name="Set up").click()
    heading(page, "Recovery codes")
    codes = page.locator(".codes code").all_inner_texts()
    assert len(codes) == 10
    sign_out(page)

    page.goto("/account/login/?next=/admin/forum/topic/")
    password(page)
    heading(page, "Second step")
    page.get_by_label("Code").fill(codes[0])
    page.get_by_role("button", name="Sign in", exact=True).click()

    page.wait_for_url("**/admin/forum/topic/")


def test_all_of_it_but_passkeys_works_without_a_script(open_page):
    page = open_page("/admin/", java_script_enabled=False)
    password(page)
    page.get_by_role("link", name="Add a passkey").click()
    expect(page.get_by_text("A passkey needs a browser that has them")).to_be_visible()
    expect(page.get_by_role("button", name="Add the passkey")).to_be_hidden()
    page.goto("/account/second-factor/codes/")
    page.get_by_label("Code").fill(code(page.locator(".account code").inner_text()))
    page.get_by_role("button", name="Set up").click()
    heading(page, "Recovery codes")

    page.goto("/admin/")

    expect(page).to_have_url(re.compile(r"/admin/$"))


@pytest.mark.parametrize(("language", "scheme", "width"), WINDOWS)
def test_no_page_of_an_account_has_barriers(open_page, required, language, scheme, width):
    page = open_page(f"{language}/account/login/", width=width, color_scheme=scheme)
    found = {"login": barriers(page)}
    page.locator("#id_login").fill("aigul")
    page.locator("#id_password").fill("wrong")
    page.locator(".account [type=submit]").first.click()
    found["a wrong password"] = barriers(page)
    page.goto(f"{language}/account/password/reset/")
    found["reset"] = barriers(page)
    page.goto(f"{language}/account/login/")
    page.locator("#id_login").fill("aigul")
    page.locator("#id_password").fill(PASSWORD)
    page.locator(".account [type=submit]").first.click()
    page.wait_for_url(lambda url: "/login/" not in url)
    found["needed"] = barriers(page)
    page.goto(f"{language}/account/second-factor/codes/")
    found["codes"] = barriers(page)
    page.locator("#id_code").fill(code(page.locator(".account code").inner_text()))
    page.locator(".account [type=submit]").first.click()
    page.wait_for_url("**/recovery-codes/")
    found["recovery codes"] = barriers(page)
    for path in PAGES:
        page.goto(f"{language}/account/{path}")
        found[path] = barriers(page)

    assert Authenticator.objects.filter(user=required).count() == 2
    assert {path: each for path, each in found.items() if each} == {}
