"""The page of a delegation's visit, for whoever has its address, even before the event is public.

Opening it marks nothing as seen: programs that look at mail open links too.
"""

import datetime as dt

from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from delegations.nominating.pages import own_page
from delegations.visiting.looking import keep_look, news_of
from delegations.visiting.reads import found_for
from delegations.visiting.telling import visit_of
from forum import wording


@require_http_methods(["GET", "HEAD", "POST"])
@own_page
def visit(request, invitation):
    """The visit, what changed of it first; and saying that this was seen."""
    token = request.resolver_match.kwargs["token"]
    found = found_for(invitation)
    told = visit_of(found)
    news = news_of(found, told)
    if request.method == "POST" and request.POST.get("mark") == news.mark:
        keep_look(invitation, news)
        return HttpResponseRedirect(f"{reverse('visit', args=[token])}?said=seen")
    context = {
        "token": token,
        "here": "visit",
        "heading": _("Your visit"),
        "delegation": invitation.delegation,
        "event": found.event,
        "visit": told,
        "days": [(wording.day_of_programme(found.event, day.date), day) for day in told.days],
        "news": news,
        # What was sent as seen is not what is so now.
        "is_other": request.method == "POST",
        "said": _("Noted: you have seen all of this.") if request.GET.get("said") == "seen" else "",
        "seen_on": _on_the_clock(news.seen_at, found.event.tz) if news.seen_at else None,
    }
    return TemplateResponse(request, "visiting/visit.html", context)


def _on_the_clock(moment: dt.datetime, zone: dt.tzinfo) -> dt.datetime:
    """What a clock shows there, without its zone: templates move what has one to the site's."""
    return timezone.localtime(moment, zone).replace(tzinfo=None)
