import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

USER = get_user_model()(
    username="aigul.serik", first_name="Aigul", last_name="Serikbayeva", email="a.serik@edu.kz"
)


def problems(password) -> set[str]:
    try:
        validate_password(password, USER)
    except ValidationError as error:
        return {each.code for each in error.error_list}
    return set()


@pytest.mark.parametrize(
    "password",
    [
        "tundra violin 41 herring",
        "correct horse battery staple",
        "x9#Lm2!vQpZ4",
        "тұман қоңыр жетіген он бір",
        "рыжая цапля едет в Нарву",
        "vanaema kolm rohelist kassi",
        "     five   spaces   around   ",
        "长颈鹿在图书馆里吃第七个苹果",
        "z" * 3 + " kestrel 19 orbit " + "q" * 100,
    ],
)
def test_what_is_long_and_not_common_is_taken_whatever_it_is_made_of(password):
    assert problems(password) == set()


@pytest.mark.parametrize(
    "password",
    [
        "Password1234!",
        "P@ssw0rd1234",
        "qwertyuiopas",
        "1qaz2wsx3edc",
        "zxcvbnm,./123",
        "iloveyouforever",
        "letmeinplease",
        "unbelievable1",
        "aaaaaaaaaaaa",
        "abcabcabcabc",
        "ministry2026!!",
        "йцукенгшщзхъ",
        "парольпароль",
        "пароль123456",
        "Entente-2026!",
        "serikbayeva77",
        "aigul.serik12",
    ],
)
def test_what_is_common_breached_or_of_the_site_and_its_user_is_refused(password):
    assert problems(password) & {"password_too_weak", "password_too_similar", "password_too_common"}


def test_length_is_from_12_to_128():
    assert problems("x9#Lm2!vQpZ") == {"password_too_short"}
    assert problems("x9#Lm2!vQpZ4" * 10 + "x9#Lm2!v") == set()
    assert problems("x9#Lm2!vQpZ4" * 10 + "x9#Lm2!vQ") == {"password_too_long"}
