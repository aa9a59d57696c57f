from django.urls import path

from agreements import views

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
    path("agreements/", views.AgreementListView.as_view(), name="agreement-list"),
    path("agreements/<slug:slug>/", views.AgreementDetailView.as_view(), name="agreement-detail"),
    path("agreements/<slug:slug>/texts/<int:pk>/", views.text_file, name="agreement-file"),
]
