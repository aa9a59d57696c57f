"""What keeps people from using a page, as far as a machine sees it."""

from axe_playwright_python.sync_playwright import Axe

# All that WCAG 2.2 asks for at its levels A and AA, and what is good practice.
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    # What axe loads beforehand are styles, which the policy of the site forbids it to write.
    "preload": False,
}
# What ends beyond the window, but for what is scrolled to within a part of the page.
STICKING_OUT = """
[...document.querySelectorAll("body *")].filter((each) => {
  const { right, width } = each.getBoundingClientRect();
  if (width < 2 || right <= document.documentElement.clientWidth + 1) return false;
  for (let part = each; part; part = part.parentElement) {
    const { overflowX } = getComputedStyle(part);
    if (part !== document.body && ["auto", "scroll"].includes(overflowX)) return false;
  }
  return true;
}).map((each) => `${each.tagName} #${each.id} .${each.className}`).slice(0, 5)
"""


def barriers(page) -> dict[str, list[str]]:
    """What axe finds on the page, and what sticks out of its window."""
    page.wait_for_load_state()  # A click waits for the answer alone, not for its page.
    found = {
        violation["id"]: [node["html"][:150] for node in violation["nodes"][:3]]
        for violation in Axe().run(page, options=RULES).response["violations"]
    }
    sticking_out = page.evaluate(STICKING_OUT)
    return found | ({"too wide": sticking_out} if sticking_out else {})
