import pytest
from django.http import QueryDict

from forum.admin.careful.numbering import renumbered

SENT = "title=Forum&m-0-name=a&m-1-name=b&m-2-name=c&m-2-tag=x&m-2-tag=y&kept-m-2-file=t"


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ([0, 1, 2], SENT),
        ([0, 2], "title=Forum&m-0-name=a&m-1-name=c&m-1-tag=x&m-1-tag=y&kept-m-1-file=t"),
        ([1, 0], "title=Forum&m-1-name=a&m-0-name=b"),
        ([], "title=Forum"),
    ],
)
def test_rows_are_taken_out_and_moved_with_all_their_fields(order, expected):
    assert renumbered(QueryDict(SENT), "m", order).urlencode() == expected


def test_rows_of_another_inline_stay_as_they_are():
    others = "mm-0-name=a&m-TOTAL_FORMS=1&m-2-0-name=d&m-2-TOTAL_FORMS=1"
    sent = QueryDict(f"{others}&m-0-name=b&m-2-name=e&m-99999999999999-name=c")

    assert renumbered(sent, "m", []).urlencode() == others
