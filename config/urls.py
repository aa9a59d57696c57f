from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path
from django.views.generic import TemplateView

from config import views

urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("media/<path:name>", views.media, name="media"),
    path("files/<path:name>", views.private_file, name="private-file"),
    *i18n_patterns(
        path("", views.HomeView.as_view(), name="home"),
        path("about/", TemplateView.as_view(template_name="about.html"), name="about"),
        path("admin/", admin.site.urls),
        path("", include("forum.urls")),
        path("", include("delegations.urls")),
        path("", include("agreements.urls")),
        # An address means the same to everybody: no guess from the browser's settings.
        prefix_default_language=False,
    ),
]
