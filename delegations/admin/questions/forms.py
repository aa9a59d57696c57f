"""The form of an event's questions: a row for each, and empty ones for new ones."""

from hashlib import sha256

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from delegations.models import Question
from delegations.nominating.questions import keep_question, moved_answers, questions_of
from forum.models import Event
from forum.records.translated import columns

EMPTY = 2
SEEN = "seen"


class QuestionForm(forms.ModelForm):
    """One question; what its answers become with new choices is known before it is saved."""

    moved: dict[str, str]
    answers_go = forms.BooleanField(required=False)

    class Meta:
        model = Question
        fields = (
            *(*columns("text"), "kind", *columns("options")),
            *("categories", "is_required", "position"),
        )
        widgets = {
            **{name: forms.Textarea({"rows": 2}) for name in columns("text")},
            **{name: forms.Textarea({"rows": 4}) for name in columns("options")},
        }

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.answer_count = getattr(self.instance, "answer_count", 0)
        if self.answer_count:
            text = ngettext(
                "with its %(count)d answer", "with its %(count)d answers", self.answer_count
            )
            self.fields["answers_go"].label = text % {"count": self.answer_count}
        else:
            del self.fields["answers_go"]

    def _post_clean(self):
        super()._post_clean()
        self.moved = {}
        if self.instance.pk and not self.errors:
            try:
                self.moved = moved_answers(self.instance)
            except ValidationError as refusal:
                self.add_error(None, refusal)

    def save(self, commit=True):
        question = super().save(commit=False)
        keep_question(question, self.moved)
        return question

    @property
    def has_options(self) -> bool:
        return any(field.value() or field.errors for field in self.options)

    @property
    def is_for_some(self) -> bool:
        return bool(self["categories"].value() or self["categories"].errors)

    @property
    def how(self) -> list:
        return [self[name] for name in ("kind", "is_required", "position")]

    @property
    def texts(self) -> list:
        return [self[name] for name in columns("text")]

    @property
    def options(self) -> list:
        return [self[name] for name in columns("options")]


class Questions(
    forms.modelformset_factory(Question, form=QuestionForm, extra=EMPTY, can_delete=True)
):
    """All questions of an event, as they were when the page was opened."""

    def __init__(self, event: Event, data=None):
        self.event, known = event, questions_of(event)
        self.seen = _print_of(known)
        place = max((each.position for each in known), default=0)
        initial = [{"position": place + number} for number in range(1, EMPTY + 1)]
        rows = Question.objects.filter(pk__in=[each.pk for each in known])
        super().__init__(data, queryset=rows, initial=initial)
        counts = {each.pk: each for each in known}
        self._queryset = [counts[each.pk] for each in known]

    def _construct_form(self, i, **options):
        form = super()._construct_form(i, **options)
        form.instance.event = self.event
        return form

    def clean(self):
        """Nothing is overwritten that a colleague wrote, and no answer goes unsaid."""
        super().clean()
        if self.data.get(SEEN) != self.seen:
            sentence = _("A colleague changed the questions meanwhile: open the page anew.")
            raise ValidationError(sentence)
        going = [form for form in self.forms if self._should_delete_form(form)]
        kept = [_has_answers(form) for form in going if _keeps_answers(form)]
        if kept:
            raise ValidationError(kept)


def _keeps_answers(form) -> bool:
    return bool(form.answer_count) and not form.cleaned_data.get("answers_go")


def _has_answers(form) -> str:
    text = ngettext(
        "“%(question)s” has %(count)d answer: say that it goes too.",
        "“%(question)s” has %(count)d answers: say that they go too.",
        form.answer_count,
    )
    return text % {"question": form.instance, "count": form.answer_count}


def _print_of(questions) -> str:
    """What differs as soon as somebody else changes any of them."""
    names = [field.attname for field in Question._meta.concrete_fields]
    values = [[getattr(each, name) for name in names] for each in questions]
    return sha256(repr(values).encode()).hexdigest()
