"""The addresses at which staff make a draft of an article."""

from django.contrib.admin import AdminSite
from django.urls import path

from config.desk.article.done import done
from config.desk.article.views import article


def urls(site: AdminSite) -> list:
    return [
        path("article/", site.admin_view(article), name="article"),
        path("article/done/<int:key>/", site.admin_view(done), name="article_done"),
    ]
