"""A member of staff at a keyboard, whose every click, sign and page is counted."""

import re

CLICK, SIGN, PAGE = 1.5, 0.25, 4.0  # Seconds, of somebody who knows the way.
PASTE = 2  # Signs: the two keys.
CHOICE = 6  # Signs: four letters, the arrow, Enter.


class Hands:
    def __init__(self, page):
        self.page = page
        self.clicks = self.signs = self.pages = 0
        page.on("framenavigated", self._count)
        self.clicks = self.signs = self.pages = 0

    def _count(self, frame) -> None:
        self.pages += frame == self.page.main_frame and "#" not in frame.url

    def open(self, path: str) -> None:
        self.page.goto(path)

    def follow(self, name: str, *, role: str = "link") -> None:
        """Click a link or a button in the page's content, and wait for the next page."""
        target = self.page.locator("#content").get_by_role(role, name=re.compile(name, re.I)).first
        self.clicks += 1
        with self.page.expect_navigation():
            target.click()

    def press(self, name: str) -> None:
        self.follow(name, role="button")

    def tick(self, selector: str) -> None:
        self.clicks += 1
        self.page.check(selector)

    def write(self, selector: str, text: str) -> None:
        """Type a text into a field that the Tab key has led to."""
        self.page.fill(selector, text)
        self.signs += len(text) + 1

    def choose(self, selector: str, text: str) -> None:
        """Take what a list offers after its first letters."""
        self.page.fill(selector, text)
        self.signs += CHOICE + 1

    def select(self, selector: str, label: str) -> None:
        self.page.select_option(selector, label=label)
        self.signs += CHOICE + 1

    def paste(self, selector: str, text: str) -> None:
        self.clicks += 1
        self.page.fill(selector, text)
        self.signs += PASTE

    @property
    def seconds(self) -> float:
        return self.clicks * CLICK + self.signs * SIGN + self.pages * PAGE

    def __str__(self):
        return f"{self.seconds:.0f} s: {self.clicks} clicks, {self.signs} signs, {self.pages} pages"
