"""How the state of a document is said."""

from agreements.choices import Status


def status_label(agreement) -> str:
    """The computed status in words: what was adopted or exchanged is never called signed.

    The agreement comes from with_status(); empty before anything was known of it.
    """
    if agreement.status is None:
        return ""
    if agreement.status == Status.SIGNED:
        return agreement.get_mode_display()
    return str(Status(agreement.status).label)
