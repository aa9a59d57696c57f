import re

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def printable(text: str) -> str:
    """A text without the control characters that XML forbids and no font can draw."""
    return CONTROL.sub("", text)
