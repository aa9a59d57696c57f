"""What staff do in the forms of the admin, as a person does it."""


def choose(page, field, text):
    """Pick from an autocomplete: open, type, take the first."""
    page.locator(f".field-{field} .select2-selection").first.click()
    page.locator(".select2-search__field").last.fill(text)
    page.locator(".select2-results__option", has_text=text).first.click()


def write_in(page, language):
    """Turn the texts of a form to another language."""
    page.get_by_role("tab", name=language).click()
