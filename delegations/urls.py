from django.urls import path

from delegations import views

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
]
