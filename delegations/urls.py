from django.urls import path

from delegations import views
from delegations.nominating import answering, listing
from delegations.nominating import pages as nominating
from delegations.visiting import pages as visiting

# The pages of an institution and an official show agreements too: config.urls has those.
urlpatterns = [
    path(
        "events/<slug:slug>/delegations/",
        views.EventDelegationsView.as_view(),
        name="event-delegations",
    ),
    path("institutions/", views.InstitutionListView.as_view(), name="institution-list"),
    path(
        "institutions/<slug:slug>/events/",
        views.InstitutionEventsView.as_view(),
        name="institution-events",
    ),
    path("officials/", views.OfficialListView.as_view(), name="official-list"),
    path(
        "officials/<slug:slug>/participation/",
        views.OfficialParticipationView.as_view(),
        name="official-participation",
    ),
    path(
        "officials/<slug:slug>/represented/",
        views.OfficialRepresentedView.as_view(),
        name="official-represented",
    ),
    # A delegation's own pages, for whoever has its token.
    path("nominate/<slug:token>/", nominating.overview, name="nominate"),
    path("nominate/<slug:token>/new/", nominating.person, name="nominate-new"),
    path("nominate/<slug:token>/list/", listing.listing, name="nominate-list"),
    path("nominate/<slug:token>/submit/", nominating.hand_over, name="nominate-submit"),
    path("nominate/<slug:token>/<int:key>/", nominating.person, name="nominate-person"),
    path("nominate/<slug:token>/<int:key>/off/", nominating.off, name="nominate-off"),
    path(
        "nominate/<slug:token>/<int:key>/questions/", answering.answers, name="nominate-questions"
    ),
    path("nominate/<slug:token>/<int:key>/photo/", nominating.photo, name="nominate-photo"),
    path("nominate/<slug:token>/visit/", visiting.visit, name="visit"),
]
