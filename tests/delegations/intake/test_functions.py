"""What somebody is in a delegation, as lists of delegations say it."""

import pytest

from delegations.choices import MemberFunction
from delegations.intake.members import FUNCTION


@pytest.mark.parametrize(
    ("word", "function"),
    [
        ("делегат", MemberFunction.MEMBER),
        ("Руководитель делегации", MemberFunction.HEAD),
        ("osaleja", MemberFunction.MEMBER),
        ("қатысушы", MemberFunction.MEMBER),
        ("Advisor", MemberFunction.ADVISER),
        ("охранник", MemberFunction.SECURITY),
    ],
)
def test_a_function_is_known_by_the_words_of_lists(word, function):
    assert FUNCTION(word) == function
