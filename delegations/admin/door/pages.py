"""What staff at the door open and send; a script asks the same addresses for JSON."""

from functools import partial, wraps
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from django_permissions_policy.decorators import permissions_policy_override

from delegations.admin.door.answers import Answer
from delegations.admin.door.persons import passages_of, shown
from delegations.admin.inlines import WHO_SEARCH
from delegations.choices import PassageKind
from delegations.door.finding import find, is_code, plain
from delegations.door.passing import when
from delegations.door.reads import inside, members_at
from delegations.door.services import record_passage, undo_last_passage
from delegations.models import Member
from delegations.rights import CHECK_IN
from forum.admin.finding import says
from forum.models import Event
from forum.private_addresses.guesses import count_guess, may_guess
from forum.published import open_to
from forum.uploads.renditions import rendition
from forum.uploads.sending import PRIVATE, file_response

# A name that fits more people than that is too short.
MOST = 20
A_PAGE = 100
EVENTS = 50
SHOW = "show"
# The camera is allowed here, and on no other page.
with_camera = permissions_policy_override(settings.PERMISSIONS_POLICY | {"camera": ["self"]})


def at_the_door(view):
    """Let in who may stand there, and hand over the event; Http404 for one they may not see."""

    @wraps(view)
    def answer(request, key=None, **kwargs):
        if not request.user.has_perm(CHECK_IN):
            raise PermissionDenied
        if key is None:
            return view(request, **kwargs)
        event = get_object_or_404(open_to(request.user, Event.objects.all()), pk=key)
        return view(request, event, **kwargs)

    return answer


@require_safe
@at_the_door
def doors(request):
    """The events of today and those to come, each with the way to its door."""
    coming = open_to(request.user, Event.objects.all()).upcoming()[:EVENTS]
    return _page(request, "doors", _("At the door"), events=coming)


@with_camera
@require_http_methods(["GET", "HEAD", "POST"])
@at_the_door
def door(request, event):
    """Ask for a badge, a number or a name; what is sent is recorded, shown or looked for."""
    if request.method != "POST":
        return _door(request, event)
    who = f"door-{request.user.pk}"
    if not may_guess(who):
        said = _("Too many codes that there are not. Wait an hour, or ask a colleague.")
        return _told(request, event, Answer(Answer.WAIT, said))
    code = plain(request.POST.get("code", ""))
    if not is_code(code):
        return _looked_for(request, event, code)
    found = find(event, code)
    if found.is_guess:
        count_guess(who)
    if found.said:
        return _told(request, event, Answer(Answer.REFUSED, found.said, found.member))
    return _told(request, event, _passed(request, found.member))


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_door
def one(request, event, member):
    """One person; a POST records what came of it, or takes back what was recorded last."""
    found = get_object_or_404(members_at(event), pk=member)
    if request.method != "POST":
        return _one(request, event, found)
    if "undo" in request.POST:
        return _undone(request, event, found)
    return _told(request, event, _passed(request, found))


@require_safe
@at_the_door
def photo(request, event, member):
    """A photo that only the door may show: of whoever is not published too."""
    found = get_object_or_404(Member.objects.filter(delegation__event=event), pk=member)
    if not (found.official and found.official.photo):
        raise Http404
    name = found.official.photo.name
    return file_response(partial(rendition, name, 320), caching=PRIVATE, content_type="image/webp")


@require_safe
@at_the_door
def inside_now(request, event):
    pages = Paginator(inside(event), A_PAGE)
    page = pages.get_page(request.GET.get("p"))
    title = _("Inside now")
    people = shown(event, page.object_list)
    told = {"event": event, "people": people, "pages": page}
    return _page(request, "inside", title, **told)


def _passed(request, member: Member) -> Answer:
    """What becomes of somebody who is known: recorded, recorded before, refused, or only shown."""
    act = request.POST.get("act", SHOW)
    if act not in PassageKind.values:
        return Answer(Answer.SHOWN, "", member)
    try:
        passage, is_new = record_passage(
            member,
            PassageKind(act),
            key=_key(request),
            at=when(request.POST.get("at", ""), timezone.now()),
            by=request.user,
        )
    except ValidationError as refused:
        return Answer(Answer.REFUSED, " ".join(refused.messages), member)
    said = passage.get_kind_display()
    return Answer(Answer.DONE if is_new else Answer.KNOWN, said, passage.member)


def _key(request) -> UUID:
    """The key of what is sent; a new one for a sender that made none, or nonsense."""
    try:
        return UUID(request.POST.get("key", ""))
    except ValueError:
        return uuid4()


def _undone(request, event, member):
    try:
        undo_last_passage(member, request.POST.get("reason", ""), by=request.user)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    else:
        messages.success(request, _("Undone."))
    return HttpResponseRedirect(reverse("admin:door_member", args=[event.pk, member.pk]))


def _told(request, event, answer: Answer):
    """The answer as the sender asked for it: as data, or as a page with a sentence."""
    person = None
    if answer.member:
        [person] = shown(event, members_at(event).filter(pk=answer.member.pk)) or [None]
    if request.accepts("text/html"):
        answer.say(request)
        url = person.url if person else reverse("admin:door", args=[event.pk])
        return HttpResponseRedirect(url)
    return answer.as_json(person)


def _looked_for(request, event, name: str):
    """Who has such a name; a name alone lets nobody in."""
    if not name:
        return _told(request, event, Answer(Answer.REFUSED, _("Scan a badge, or type something.")))
    if not request.accepts("text/html"):
        return _told(request, event, Answer(Answer.REFUSED, _("This is no code of a badge.")))
    rows = members_at(event).filter(says(Member, WHO_SEARCH, name)).order_by("pk")
    people = shown(event, rows[: MOST + 1])
    context = {"people": people[:MOST], "has_more": len(people) > MOST, "asked": name}
    return _door(request, event, **context)


def _door(request, event, **context):
    return _page(
        request,
        "door",
        _("At the door"),
        event=event,
        number_inside=inside(event).count(),
        acts=_acts(request.POST.get("act", "")),
        key=uuid4(),
        **context,
    )


def _one(request, event, member):
    [person] = shown(event, [member])
    told = {"event": event, "person": person, "passages": passages_of(event, member)}
    return _page(request, "one", person.name, key=uuid4(), **told)


def _acts(chosen: str) -> list[tuple[str, str, bool]]:
    labels = {
        PassageKind.ARRIVED: _("comes in"),
        PassageKind.LEFT: _("goes out"),
        SHOW: _("only show"),
    }
    chosen = chosen if chosen in labels else PassageKind.ARRIVED
    return [(act, label, act == chosen) for act, label in labels.items()]


def _page(request, page: str, title: str, **context) -> TemplateResponse:
    context = admin.site.each_context(request) | {"title": title, "opts": Event._meta} | context
    return TemplateResponse(request, f"admin/door/{page}.html", context)
