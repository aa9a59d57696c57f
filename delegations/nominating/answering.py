"""The page on which a delegation answers the host's questions for one of its people."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from delegations.choices import QuestionKind
from delegations.models import Question
from delegations.nominating import asking, questions
from delegations.nominating.pages import back, own_page, page
from delegations.nominating.questions import Questionnaire


class AnswersForm(forms.Form):
    """A field for each question; nothing must be answered before it can be saved."""

    def __init__(self, sheet: Questionnaire, *args, **options):
        super().__init__(*args, **options)
        self.asked = {_name(each): each for each in sheet.questions}
        self.known = sheet.answers
        self.missing = {_name(each) for each in sheet.open}
        for name, question in self.asked.items():
            self.fields[name] = _field(question)
            self.fields[name].show_hidden_initial = True
            self.initial[name] = _as_offered(question, sheet.answers.get(question.pk, ""))

    def clean(self):
        said = super().clean()
        for name, question in self.asked.items():
            if sentence := asking.refusal(question.asked, said.get(name, "")):
                self.add_error(name, ValidationError(sentence))
        return said

    @property
    def values(self) -> dict[int, str]:
        """What is said now; what was not touched stays, whoever else answered it meanwhile."""
        return {
            question.pk: self.cleaned_data[name]
            for name, question in self.asked.items()
            if question.pk not in self.known or self._is_touched(name)
        }

    def _is_touched(self, name: str) -> bool:
        # No browser sends choices of which none is taken.
        return name in self.data and name in self.changed_data

    @property
    def rows(self) -> list[dict]:
        """The fields as the page shows them, with what they are."""
        return [
            {
                "field": self[name],
                "before": self[name].as_hidden(only_initial=True),
                "question": question,
                "is_choice": question.kind != QuestionKind.TEXT,
                "is_missing": name in self.missing,
            }
            for name, question in self.asked.items()
        ]


def _name(question: Question) -> str:
    return f"question-{question.pk}"


def _field(question: Question) -> forms.Field:
    if question.kind == QuestionKind.TEXT:
        widget = forms.Textarea({"rows": 2})
        return forms.CharField(label=question.text, required=False, widget=widget)
    none = [] if question.is_required else [("", _("no answer"))]
    return forms.ChoiceField(
        label=question.text,
        required=False,
        choices=[*question.choices, *none],
        widget=forms.RadioSelect,
    )


def _as_offered(question: Question, value: str) -> str:
    """An answer as the reader's language offers it, in which it may not have been given."""
    return question.in_words(value) if question.kind == QuestionKind.CHOICE else value


@require_http_methods(["GET", "HEAD", "POST"])
@own_page
def answers(request, invitation, key):
    """The questions to one person: what is said is kept, and what is still to answer is named."""
    if request.method == "POST":
        questions.keep_questions_as_they_are(invitation.delegation.event)
    sheet = _sheet(invitation, key)
    may_answer = questions.may_answer(invitation)
    form = AnswersForm(sheet, request.POST if request.method == "POST" else None)
    if may_answer and form.is_valid():
        questions.keep_answers(sheet.nominee, form.values)
        is_done = not _sheet(invitation, key).open
        return back(request, "answered") if is_done else HttpResponseRedirect("?said=kept")
    context = {
        "form": form,
        "nominee": sheet.nominee,
        "may_answer": may_answer,
        "answers": sheet.rows,
        "is_kept": request.GET.get("said") == "kept",
        "heading_of_page": _("Questions of the host"),
    }
    return page(request, invitation, "questions", context)


def _sheet(invitation, key) -> Questionnaire:
    """Raises Http404 for whoever is asked nothing."""
    rows = invitation.nominees.select_related("member").filter(pk=key) if key < 1 << 63 else ()
    asked = questions.questions_of(invitation.delegation.event) if rows else []
    sheet = questions.questionnaires(rows, asked).get(key)
    if sheet is None:
        raise Http404
    return sheet
