from django.urls import path

from delegations import views

urlpatterns = [
    path(
        "events/<slug:slug>/delegations/",
        views.EventDelegationsView.as_view(),
        name="event-delegations",
    ),
    path("institutions/", views.InstitutionListView.as_view(), name="institution-list"),
    path(
        "institutions/<slug:slug>/",
        views.InstitutionDetailView.as_view(),
        name="institution-detail",
    ),
    path("officials/", views.OfficialListView.as_view(), name="official-list"),
    path("officials/<slug:slug>/", views.OfficialDetailView.as_view(), name="official-detail"),
]
