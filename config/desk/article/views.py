"""From a press release to a draft: paste a text, tick and correct what it names, record it."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods
from reversion.models import Revision

from config.desk.article.archive import knowledge_for
from config.desk.article.drafts import Publication
from config.desk.article.forms import ArticleForm
from config.desk.article.marking import marked_text
from config.desk.article.proposals import propose
from config.desk.article.reading.marks import What
from config.desk.article.reading.read import read
from config.desk.article.reading.vocabulary import language_of
from config.desk.article.recording import record
from config.desk.article.records import Called, with_doubts
from config.desk.article.rights import may, may_begin, offered
from config.desk.article.sheet import Sheet
from config.desk.article.spans import pieces
from delegations.models import Institution, Official
from forum.admin.autocompletes import is_key
from forum.admin.careful import aside, once
from forum.admin.careful.pages import careful_form, discarded, say_why_it_is_back
from forum.models import Event
from forum.records.countries import country_choices
from forum.records.fields import TITLE_LENGTH
from forum.records.texts import one_line

DOUBTED = {What.PERSON: Official, What.INSTITUTION: Institution}


@require_http_methods(["GET", "HEAD", "POST"])
def article(request):
    """Ask for a text; show it with what it names, to be ticked; record what was ticked."""
    request = aside.brought_back(request)
    event = _event(request)
    if not may_begin(request.user, event):
        raise PermissionDenied
    if answer := discarded(request):
        return answer
    form = ArticleForm(request.POST if request.method == "POST" else None)
    say_why_it_is_back(request, form)
    has_rows = "places-TOTAL_FORMS" in request.POST
    if has_rows and not ("again" in request.POST and form.is_valid()):
        return _decided(request, event, form)
    if form.is_valid():
        return _page(request, event, form, _proposed(request, form, event))
    return _page(request, event, form)


def _decided(request, event: Event | None, form: ArticleForm):
    """Record what was ticked, once, or show all of it again with what is wrong."""
    if (revision := once.claim(request, Revision)) is not None:
        return _to_done(revision)
    sheet = Sheet(offered(request.user, event), request.user, event=event, data=request.POST)
    # Both are asked: all errors are shown at once.
    is_valid = [form.is_valid(), sheet.is_valid()] == [True, True]
    if is_valid and (answer := _record(request, event, form, sheet)):
        return answer
    once.release(request)
    return _page(request, event, form, sheet)


def _to_done(revision: int) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("admin:article_done", args=[revision]))


def _event(request) -> Event | None:
    """The event on record that the article is read for, if the address names one."""
    key = request.POST.get("event") or request.GET.get("event") or ""
    if not key:
        return None
    event = get_object_or_404(Event, pk=key if is_key(key) else None)
    if not may(request.user, "view", Event):
        raise Http404
    return event


def _language(form: ArticleForm) -> str:
    return form.cleaned_data["language"] or language_of(form.cleaned_data["text"])


def _proposed(request, form: ArticleForm, event: Event | None) -> Sheet:
    text, day = form.cleaned_data["text"], form.cleaned_data["published_on"]
    knowledge = knowledge_for(request.user, year=day.year if day else None)
    seen = [what for what, model in DOUBTED.items() if may(request.user, "view", model)]
    marks = with_doubts(read(text, knowledge), seen)
    called = Called(marks, knowledge, _language(form))
    proposals = propose(text, marks, knowledge, called, on_record=event is not None)
    return Sheet(offered(request.user, event), request.user, event=event, proposals=proposals)


def _record(request, event: Event | None, form: ArticleForm, sheet: Sheet):
    """Record the draft and show it; nothing, with a sentence in the form, if that fails."""
    draft = sheet.draft(form.cleaned_data["text"], _publication(form))
    if not draft.has_facts:
        form.add_error(None, _("Nothing is ticked: there is nothing to record."))
        return None
    try:
        _main, revision = record(draft, to=event, by=request.user)
    except ValidationError as error:
        form.add_error(None, error)
        return None
    text = _("The draft is recorded: nothing of it is published. Its source is the article.")
    messages.success(request, text)
    once.done(request, revision)
    aside.forget(request)
    return _to_done(revision.pk)


def _publication(form: ArticleForm) -> Publication:
    first_line = form.cleaned_data["text"].strip().splitlines()[0]
    return Publication(
        title=one_line(form.cleaned_data["title"] or first_line)[:TITLE_LENGTH],
        publisher=form.cleaned_data["publisher"],
        url=form.cleaned_data["url"],
        language=_language(form),
        published_on=form.cleaned_data["published_on"],
    )


def _labels() -> dict[str, str]:
    """What a mark in the text is of, in one word."""
    return {
        "events": pgettext("mark in a text", "event"),
        "people": pgettext("mark in a text", "person"),
        "bodies": pgettext("mark in a text", "institution"),
        "documents": pgettext("mark in a text", "document"),
        "lectures": pgettext("mark in a text", "lecture"),
        "topics": pgettext("mark in a text", "topic"),
        "places": pgettext("mark in a text", "place or day"),
    }


def _titles() -> dict[str, str]:
    return {
        "events": _("Events"),
        "people": _("People"),
        "bodies": _("Institutions"),
        "documents": _("Documents"),
        "lectures": _("Lectures"),
        "topics": _("Topics"),
        "places": _("Days and places"),
    }


def _page(request, event: Event | None, form: ArticleForm, sheet: Sheet | None = None):
    context = admin.site.each_context(request) | {
        "title": _("From an article to a draft"),
        "event": event,
        **careful_form(request, form),
    }
    if sheet:
        form.keep_text()
        labels, titles = _labels(), _titles()
        marked = sheet.marked(form.plain_text, labels)
        context |= {
            "sheet": sheet,
            "marked": marked_text(pieces(form.plain_text, marked)),
            "countries": country_choices(),
            "groups": [(kind, titles[kind], rows) for kind, rows in sheet.formsets.items()],
        }
    return TemplateResponse(request, "admin/article/article.html", context)
