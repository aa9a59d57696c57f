from django.urls import path

from forum import views

# The pages of events show what other apps know of them: config.urls has those.
urlpatterns = [
    path("events/<slug:slug>/files/<int:pk>/", views.attachment_file, name="event-file"),
]
