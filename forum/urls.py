from django.urls import path

from forum import views

urlpatterns = [
    path("events/", views.EventListView.as_view(), name="event-list"),
    path("events/<slug:slug>/", views.EventDetailView.as_view(), name="event-detail"),
    path(
        "events/<slug:slug>/programme/",
        views.EventProgrammeView.as_view(),
        name="event-programme",
    ),
    path("events/<slug:slug>/files/<int:pk>/", views.attachment_file, name="event-file"),
]
