"""The periods of each agreement's life, as its facts say."""

from agreements.life.periods import periods
from agreements.models import Agreement, AgreementLink, Party, Period, Step
from forum.derived import Derivation, derive


def write_periods(keys: list[int]) -> None:
    agreements = Agreement.objects.with_facts().filter(pk__in=keys)
    rows = [
        Period(
            agreement=agreement,
            status=span.status,
            first_on=span.first_on,
            last_on=span.last_on,
            expires_on=span.expires_on,
        )
        for agreement in agreements
        for span in periods(agreement.facts())
    ]
    Period.objects.filter(agreement__in=keys).delete()
    Period.objects.bulk_create(rows)


derive(
    Derivation(
        name="periods",
        of=Agreement,
        write=write_periods,
        read_from={
            # What replaces it, and that document's own days.
            AgreementLink: ("pk", "other_id"),
            Agreement: "links_in__agreement",
            Party: ("pk", "agreement_id"),
            Step: ("pk", "agreement_id"),
        },
    )
)
