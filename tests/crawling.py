"""Reading the site as a search engine does: every link, one language."""

from urllib.parse import urldefrag, urljoin

from django.conf import settings

from tests.reading import body, links

HOST = "http://testserver"
PREFIXES = tuple(f"/{code}/" for code, _name in settings.LANGUAGES[1:])


def _is_read(url: str, start: str) -> bool:
    """Whether it is an address in the language of the start, or a file, which has none."""
    if url.startswith((settings.MEDIA_URL, "/files/")):
        return True
    if url.startswith((settings.STATIC_URL, "/admin/")):
        return False
    return url.startswith(start) and (start != "/" or not url.startswith(PREFIXES))


def crawl(client, start: str) -> dict[str, tuple[int, str]]:
    """Map each address reached from the start, in its language, to the answer's status and text."""
    pages, waiting = {}, [start]
    while waiting:
        url = waiting.pop()
        if url in pages or not _is_read(url, start):
            continue
        response = client.get(url)
        pages[url] = response.status_code, body(response)
        named = [response["Location"]] if "Location" in response else []
        if response["Content-Type"].startswith("text/html"):
            named += links(pages[url][1])
        for link in named:
            target = urldefrag(urljoin(HOST + url, link)).url
            if target.startswith(f"{HOST}/"):
                waiting.append(target.removeprefix(HOST))
    return pages
