"""Agreements in the language of their reader."""

import pytest
from pytest_django.asserts import assertContains

from tests.factories import MAY_1, make_agreement
from tests.reading import read


@pytest.mark.django_db
def test_a_page_reads_in_its_language_and_marks_what_falls_back(client):
    agreement = make_agreement(
        title_en="Agreement on mobility",
        title_kk="Ұтқырлық туралы келісім",
        summary_ru="Стороны обмениваются студентами.",
    )

    address = agreement.get_absolute_url()

    kazakh = client.get(f"/kk{address}")
    estonian = client.get(f"/et{address}")

    assertContains(kazakh, '<html lang="kk">')
    assertContains(kazakh, "<h1>Ұтқырлық туралы келісім</h1>")
    assertContains(
        kazakh, '<span class="fallback" lang="ru">Стороны обмениваются студентами.</span>'
    )
    assertContains(
        estonian, '<h1><span class="fallback" lang="en">Agreement on mobility</span></h1>'
    )


@pytest.mark.django_db
def test_an_agreement_with_a_title_in_one_language_has_it_in_all(client):
    make_agreement(title_en="", title_et="Koostööleping", slug="leping")

    for language in ("", "/kk", "/ru"):
        response = client.get(f"{language}/agreements/leping/")
        assertContains(response, '<h1><span class="fallback" lang="et">Koostööleping</span></h1>')
        assertContains(response, "<title>Koostööleping")


@pytest.mark.django_db
def test_dates_and_countries_are_in_the_reader_s_language(client):
    address = make_agreement(concluded_on=MAY_1, country="EE", languages="kk").get_absolute_url()

    assert "1. mai 2030 Eesti" in read(client.get(f"/et{address}"))
    assert "1 мая 2030 г. Эстония" in read(client.get(f"/ru{address}"))
    assert "2030 ж. 1 мамыр Эстония" in read(client.get(f"/kk{address}"))
