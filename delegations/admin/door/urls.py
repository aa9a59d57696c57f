"""The addresses of the door: of all events to come, and of one."""

from django.urls import path

from delegations.admin.door import pages

DOOR = "forum/event/<int:key>/door/"


def urls(site) -> list:
    view = site.admin_view
    return [
        path("door/", view(pages.doors), name="doors"),
        path(DOOR, view(pages.door), name="door"),
        path(f"{DOOR}inside/", view(pages.inside_now), name="door_inside"),
        path(f"{DOOR}<int:member>/", view(pages.one), name="door_member"),
        path(f"{DOOR}<int:member>/photo/", view(pages.photo), name="door_photo"),
    ]
