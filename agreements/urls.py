from django.urls import path

from agreements import views
from agreements.dossier import views as dossier

# The page of an agreement is said again for machines: config.urls has it.
urlpatterns = [
    path(
        "events/<slug:slug>/agreements/",
        views.EventAgreementsView.as_view(),
        name="event-agreements",
    ),
    path(
        "institutions/<slug:slug>/agreements/",
        views.InstitutionAgreementsView.as_view(),
        name="institution-agreements",
    ),
    path(
        "institutions/<slug:slug>/promises/",
        views.InstitutionPromisesView.as_view(),
        name="institution-promises",
    ),
    path(
        "institutions/<slug:slug>/outcomes/",
        views.InstitutionOutcomesView.as_view(),
        name="institution-outcomes",
    ),
    path(
        "institutions/<slug:slug>/partners/",
        views.InstitutionPartnersView.as_view(),
        name="institution-partners",
    ),
    path(
        "officials/<slug:slug>/agreements/",
        views.OfficialAgreementsView.as_view(),
        name="official-agreements",
    ),
    path(
        "officials/<slug:slug>/outcomes/",
        views.OfficialOutcomesView.as_view(),
        name="official-outcomes",
    ),
    path("agreements/", views.AgreementListView.as_view(), name="agreement-list"),
    path("agreements/register.csv", views.register_csv, name="agreement-csv"),
    path("agreements/register.xlsx", views.register_xlsx, name="agreement-xlsx"),
    path("agreements/<slug:slug>/texts/<int:pk>/", views.text_file, name="agreement-file"),
    path("commitments/<int:pk>/", views.CommitmentDetailView.as_view(), name="commitment-detail"),
    path("relations/", dossier.index, name="relation-list"),
    path(
        "relations/institutions/<slug:slug>/<slug:other_slug>/",
        dossier.institutions,
        name="institution-relations",
    ),
    path("relations/<str:code>/", dossier.country, name="relation-country"),
    path("relations/<str:code>/<str:other>/", dossier.pair, name="relation-pair"),
]
