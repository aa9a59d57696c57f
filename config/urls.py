from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path
from django.views.generic import TemplateView

from config.desk import ceremonies, reminders
from config.operations import health
from config.site import feeds, sitemaps, views, visits
from config.site.pages import agreements, events, home, people

handler500 = "config.operations.errors.server_error"
handler400 = "config.desk.refusals.unreadable"
handler403 = "config.desk.refusals.not_for_you"
# Whom allauth refuses for asking too often.
handler429 = "config.access.views.too_many"

# Pages and files that join what several apps know.
joint = [
    path("", home.HomeView.as_view(), name="home"),
    path("about/", TemplateView.as_view(template_name="about.html"), name="about"),
    path("search/", views.search_results, name="search"),
    path("search/suggestions/", views.search_suggestions, name="search-suggestions"),
    path("search/feed/", feeds.SearchFeed(), name="search-feed"),
    path("events/", events.EventListView.as_view(), name="event-list"),
    path("events/calendar.ics", views.events_calendar, name="event-calendar"),
    path("events/feed/", feeds.EventFeed(), name="event-feed"),
    path("events/<slug:slug>/", events.EventDetailView.as_view(), name="event-detail"),
    path(
        "events/<slug:slug>/programme/",
        events.EventProgrammeView.as_view(),
        name="event-programme",
    ),
    path(
        "events/<slug:slug>/programme/<int:number>/",
        events.EventSessionView.as_view(),
        name="event-session",
    ),
    path("events/<slug:slug>/event.ics", views.event_calendar, name="event-ics"),
    path(
        "events/<slug:slug>/programme/programme.ics",
        views.programme_calendar,
        name="event-programme-calendar",
    ),
    path(
        "events/<slug:slug>/programme/<int:pk>.ics",
        views.programme_calendar,
        name="event-session-calendar",
    ),
    path(
        "events/<slug:slug>/programme/programme.pdf",
        views.programme_pdf,
        name="event-programme-pdf",
    ),
    path(
        "institutions/<slug:slug>/",
        people.InstitutionDetailView.as_view(),
        name="institution-detail",
    ),
    path("officials/<slug:slug>/", people.OfficialDetailView.as_view(), name="official-detail"),
    path(
        "institutions/<slug:slug>/calendar.ics",
        views.institution_calendar,
        name="institution-calendar",
    ),
    path("agreements/feed/", feeds.AgreementFeed(), name="agreement-feed"),
    path(
        "agreements/<slug:slug>/", agreements.AgreementDetailView.as_view(), name="agreement-detail"
    ),
    path("agreements/<slug:slug>/record.pdf", views.agreement_pdf, name="agreement-pdf"),
    # Beside a delegation's own page, in delegations.urls.
    path("nominate/<slug:token>/visit.ics", visits.visit_calendar, name="visit-calendar"),
    path("nominate/<slug:token>/visit.pdf", visits.visit_pdf, name="visit-pdf"),
]

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-<str:section>.xml", sitemaps.part, name="sitemap-part"),
    path("media/<path:name>", views.media, name="media"),
    path("pictures/<int:width>/<path:name>", views.picture, name="picture"),
    # The language of this calendar is that of its reader, not of its address.
    path("reminders/<slug:token>.ics", reminders.calendar, name="reminders-calendar"),
    path("files/<path:name>", views.private_file, name="private-file"),
    *i18n_patterns(
        *joint,
        path(
            "admin/forum/event/<str:key>/ceremony.pdf",
            ceremonies.event_pack,
            name="event-ceremony",
        ),
        path(
            "admin/forum/session/<str:key>/ceremony.pdf",
            ceremonies.session_pack,
            name="session-ceremony",
        ),
        path("admin/reminders/", admin.site.admin_view(reminders.coming_up), name="reminders"),
        path(
            "admin/reminders/address/",
            admin.site.admin_view(reminders.renew_address),
            name="reminders-address",
        ),
        path(
            "admin/reminders/address/end/",
            admin.site.admin_view(reminders.end_calendar),
            name="reminders-address-end",
        ),
        path("admin/", admin.site.urls),
        path("account/", include("config.access.urls")),
        path("", include("forum.urls")),
        path("", include("delegations.urls")),
        path("", include("agreements.urls")),
        # An address means the same to everybody: no guess from the browser's settings.
        prefix_default_language=False,
    ),
]
