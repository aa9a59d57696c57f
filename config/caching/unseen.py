"""Of what no visitor sees anything: a change of it leaves all pages as they are.

Whatever is not named here moves the version of the content, and `tests/config/caching/` holds that
no public page asks for rows of these.
"""

UNSEEN = frozenset(
    (
        # The version itself, and the marks of what is to be written anew.
        *("forum.PublicChange", "forum.Stale", "forum.Due"),
        # What forms, sessions and limits keep for a while.
        *("forum.AsideForm", "forum.AsideFile", "forum.SentForm", "forum.Cached"),
        *("forum.Intake", "forum.IntakeRow", "forum.IntakeSign", "forum.IntakeHeadings"),
        # Who did what, and who may.
        *("forum.AuditDoor", "forum.AuditEntry", "forum.Author", "forum.Touch", "forum.Removal"),
        *("forum.Erasure", "forum.Right", "forum.Submission"),
        # Who may come, and who came.
        *("delegations.AccreditationStep", "delegations.Badge", "delegations.Passage"),
        *("delegations.Zone", "delegations.ZoneException"),
        # What is written to delegations, and whom they name before the host accepts them.
        *("forum.Letter", "delegations.Invitation", "delegations.Quota", "delegations.Nominee"),
        # How they are driven, and what they have seen of their visit.
        *("delegations.Transfer", "delegations.Look"),
        *("delegations.Question", "delegations.Answer"),
        # What only staff compare and are reminded of.
        *("forum.Closure", "forum.SetAside", "delegations.Absence"),
        *("delegations.Double", "delegations.NotTheSame", "delegations.OfficialContact"),
        *("agreements.EarlierFile", "agreements.Agreement_keepers"),
        *("agreements.Reminder", "agreements.Subscription", "agreements.CalendarAddress"),
    )
)
