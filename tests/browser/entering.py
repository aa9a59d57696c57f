def enter(page, name="staff", password="staff"):  # noqa: S107 - of an account of the test
    """Sign in on the page where one does."""
    page.locator("#id_login").fill(name)
    page.locator("#id_password").fill(password)
    page.locator("#id_password").press("Enter")
