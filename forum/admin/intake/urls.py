"""The addresses at which staff take in lists."""

from django.contrib.admin import AdminSite
from django.urls import path

from forum.admin.intake import new, one, pages


def urls(site: AdminSite) -> list:
    view = site.admin_view
    return [
        path("intake/", view(pages.list_view), name="intake"),
        path("intake/new/", view(new.new_view), name="intake_new"),
        path("intake/<int:key>/", view(one.one_view), name="intake_one"),
        path("intake/<int:key>/columns/", view(pages.columns_view), name="intake_columns"),
        path("intake/<int:key>/undo/", view(pages.undo_view), name="intake_undo"),
        path("intake/<int:key>/delete/", view(pages.delete_view), name="intake_delete"),
    ]
