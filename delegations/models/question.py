"""What the host asks those whom it has accepted, and what their delegations answer.

Working data, as whom a delegation names: it has no history, so that no answer stays in one.
"""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from delegations.choices import MemberFunction, QuestionKind
from delegations.models.nomination import Nominee
from delegations.nominating.asking import NO, YES, Asked, lines, place_of, wrong_options
from forum.models.checked import Checked
from forum.records.chosen import ChosenField, codes
from forum.records.constraints import in_some_language, one_of
from forum.records.fields import position_field
from forum.records.texts import LANGUAGES, reading_order
from forum.records.translated import TranslatedField


class Question(Checked):
    """Something that an event asks of those who come, once they are accepted."""

    event = models.ForeignKey(
        "forum.Event", on_delete=models.CASCADE, related_name="questions", verbose_name=_("event")
    )
    text = TranslatedField(
        models.CharField(pgettext_lazy("of the host", "question"), max_length=300, blank=True)
    )
    kind = models.CharField(
        pgettext_lazy("to a question", "answer"),
        max_length=10,
        choices=QuestionKind,
        default=QuestionKind.TEXT,
    )
    options = TranslatedField(models.TextField(_("choices"), blank=True))
    categories = ChosenField(
        _("asked of"),
        choices_from=MemberFunction,
        max_length=200,
        blank=True,
        help_text=_("Nothing ticked: of everybody."),
    )
    is_required = models.BooleanField(_("must be answered"), default=True)
    position = position_field()

    class Meta:
        ordering = ["event", "position", "pk"]
        verbose_name = pgettext_lazy("of the host", "question")
        verbose_name_plural = pgettext_lazy("of the host", "questions")
        constraints = [in_some_language("text"), one_of("kind", QuestionKind)]

    def __str__(self):
        return self.text

    def clean(self):
        """Raise ValidationError if its choices are none, or not the same in all languages."""
        if sentence := wrong_options(self.kind, self.options_given):
            raise ValidationError({f"options_{LANGUAGES[0]}": sentence})

    @property
    def options_given(self) -> dict[str, tuple[str, ...]]:
        """The choices in each language that has them, that of the site first."""
        said = {language: lines(getattr(self, f"options_{language}")) for language in LANGUAGES}
        return {language: given for language, given in said.items() if given}

    @cached_property
    def asked(self) -> Asked:
        """What rules know of it."""
        options = self.options_given
        return Asked(self.pk, self.kind, codes(self.categories), self.is_required, options)

    @property
    def choices(self) -> list[tuple[str, str]]:
        """What may be chosen, as it is kept and as it is read."""
        if self.kind == QuestionKind.YES_NO:
            return [(YES, gettext("Yes")), (NO, gettext("No"))]
        given = self.asked.options
        said = next((given[each] for each in reading_order() if each in given), ())
        return [(each, each) for each in said]

    def in_words(self, value: str) -> str:
        """An answer in the reader's language."""
        if self.kind == QuestionKind.CHOICE:
            place = place_of(value, self.asked.options)
            return value if place is None else self.choices[place][1]
        return dict(self.choices).get(value, value) if self.kind == QuestionKind.YES_NO else value


class Answer(Checked):
    """What a delegation answers to a question for one person; empty if it was left open."""

    nominee = models.ForeignKey(
        Nominee, on_delete=models.CASCADE, related_name="answers", verbose_name=_("person")
    )
    question = models.ForeignKey(
        Question,
        on_delete=models.CASCADE,
        related_name="answers",
        verbose_name=pgettext_lazy("of the host", "question"),
    )
    value = models.TextField(pgettext_lazy("to a question", "answer"), blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = pgettext_lazy("to a question", "answer")
        verbose_name_plural = pgettext_lazy("to a question", "answers")
        constraints = [
            models.UniqueConstraint(
                fields=["nominee", "question"],
                name="delegations_answer_once",
                violation_error_message=_("This question is answered already."),
            ),
        ]

    def __str__(self):
        return self.question.in_words(self.value)
