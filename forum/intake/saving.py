"""Writing a list: in one transaction and as one revision, or not at all."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models
from django.utils.translation import gettext as _

from forum.choices import IntakeState, RowState
from forum.history import bulk
from forum.history.keeping import revision
from forum.intake.kinds import Kind, Link, Place
from forum.intake.lists import number_of
from forum.intake.preparing import Examiner, counts_of
from forum.intake.rows import NEW, TWIN, Answer, Difference, Row
from forum.models import Intake, IntakeRow

BATCH = 500


@dataclass
class Saving:
    """What the rows of a list become while they are written, batch by batch."""

    place: Place
    is_published: bool
    # Whether what is on record is replaced by what a row says instead; what is empty is filled in.
    replaces: bool = False
    # What staff chose of what the kind asks for the whole list.
    chosen: Mapping[str, str] = field(default_factory=dict)
    # Records by link and by the row, or by the sign, through which others mean them too.
    made: dict[tuple[str, Hashable], models.Model] = field(default_factory=dict)

    def takes(self, difference: Difference) -> bool:
        """Whether a difference is written."""
        return self.replaces or not difference.before

    def meant(
        self,
        rows: Sequence[Row],
        link: Link,
        make: Callable[[Row], models.Model],
        *,
        once: Callable[[Row], Hashable] | None = None,
        write: Callable[[list[models.Model]], None] = bulk.create,
    ) -> dict[int, models.Model]:
        """The record that each row means by a link, by the row's position.

        What is new is made and written, of several rows with the same `once` only one, and none
        by whoever has no right to. Raises ValidationError if what a row means was deleted since.
        """
        found, new = self._stored(rows, link), []
        for row in rows:
            answer = row.answers.get(link.name, Answer())
            if answer.chosen in (NEW, TWIN):
                mark = link.name, _mark(row, answer, once)
                if mark not in self.made and self.place.may(link.right):
                    self.made[mark] = make(row)
                    new.append(self.made[mark])
                found |= {row.position: self.made[mark]} if mark in self.made else {}
            self._remember(link, row, found)
        if new:
            write(new)
        return found

    def _remember(self, link: Link, row: Row, found: dict[int, models.Model]) -> None:
        """Let later rows mean what this one does; of records themselves no other row is."""
        if row.position in found and not link.is_itself:
            self.made[link.name, row.position] = found[row.position]

    def _stored(self, rows: Sequence[Row], link: Link) -> dict[int, models.Model]:
        keys = {
            row.position: row.answers[link.name].key for row in rows if link.name in row.answers
        }
        keys = {position: key for position, key in keys.items() if key}
        stored = link.model._base_manager.in_bulk({*keys.values()})
        for position, key in keys.items():
            if key not in stored:
                text = _("Row %(row)d means a record that was deleted meanwhile. Check it again.")
                raise ValidationError(text, params={"row": number_of(position)})
        return {position: stored[key] for position, key in keys.items()}


def _mark(row: Row, answer: Answer, once: Callable[[Row], Hashable] | None) -> Hashable:
    """By what another row means the same new record."""
    if answer.chosen == TWIN:
        return row.twin
    return once(row) if once else row.position


def save(intake: Intake, saving: Saving, *, takes_doubtful: bool = False) -> Intake:
    """Write the rows of a list, all in one revision; those that are refused are left out.

    Doubtful rows that nobody decided become new records, or are left out. Raises ValidationError
    with a sentence, and changes nothing, if anything fails.
    """
    for _done in save_by_steps(intake, saving, takes_doubtful=takes_doubtful):
        pass
    return Intake.objects.get(pk=intake.pk)


def save_by_steps(
    intake: Intake, saving: Saving, *, takes_doubtful: bool = False
) -> Iterator[tuple[int, int]]:
    """The same, and say after each batch how many rows are written, and of how many.

    Nothing is saved before it comes to its end; who stops earlier leaves all as it was.
    """
    comment = _("Taken in from a list: %(source)s.") if intake.source else _("Taken in as a list.")
    try:
        with revision(by=saving.place.by, comment=comment % {"source": intake.source}):
            yield from _save(intake.pk, saving, takes_doubtful)
    except IntegrityError as error:
        text = _(
            "Something on record changed meanwhile, so nothing was saved. Check the rows again."
        )
        raise ValidationError(text, code="meanwhile") from error


def states_written(kind: Kind, place: Place, *, takes_doubtful: bool) -> list[RowState]:
    """In which states rows are written, by somebody who may or may not change records."""
    may_change = place.may(kind.change_right)
    return [
        RowState.NEW,
        *([RowState.CHANGED] if may_change else []),
        *([RowState.DOUBTFUL] if takes_doubtful else []),
    ]


def _save(key: int, saving: Saving, takes_doubtful: bool) -> Iterator[tuple[int, int]]:
    # Whoever sends the form twice waits here, and is then told that it is saved.
    intake = Intake.objects.select_for_update().get(pk=key)
    if intake.state != IntakeState.READY:
        raise ValidationError(_("The list is saved already."), code="twice")
    examiner = Examiner.of(intake, saving.place)
    states = states_written(examiner.kind, saving.place, takes_doubtful=takes_doubtful)
    total = intake.rows.filter(state__in=states).count()
    if not total:
        raise ValidationError(_("There is nothing to save."), code="nothing")
    intake.revision = bulk.opened()
    seen, written = 0, Counter()
    for batch in _batches(intake, states):
        written.update(row.state for row in _write(batch, examiner, saving, states))
        seen += len(batch)
        yield seen, total
    left = {state: count for state, count in counts_of(intake).items() if state not in states}
    intake.counts, intake.state = left | written, IntakeState.SAVED
    intake.save()


def _write(
    batch: Sequence[IntakeRow], examiner: Examiner, saving: Saving, states: Sequence[RowState]
) -> list[Row]:
    """Write the rows of a batch that are still to be written, and return these."""
    rows = examiner.read(batch)
    for row in rows:
        _decide(row, examiner)
    examiner.compare(rows)
    rows = [row for row in rows if row.state in states]
    examiner.kind.write(rows, saving)
    return rows


def _batches(intake: Intake, states: Sequence[RowState]) -> Iterator[list[IntakeRow]]:
    rows = intake.rows.filter(state__in=states).order_by("position")
    last = -1
    while batch := list(rows.filter(position__gt=last)[:BATCH]):
        yield batch
        last = batch[-1].position


def _decide(row: Row, examiner: Examiner) -> None:
    for link in examiner.kind.links:
        answer = row.answers.get(link.name)
        if answer and answer.cannot_be_new:
            row.is_left_out = True
        elif answer and answer.is_open:
            answer.chosen = link.otherwise(examiner.place)
