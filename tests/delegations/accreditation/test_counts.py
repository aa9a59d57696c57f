from delegations.accreditation.counts import arranged


def test_members_are_counted_by_category_and_state_in_the_order_of_both():
    counts = arranged([("media", "approved", 2), ("head", "pending", 1), ("media", "pending", 3)])

    assert counts.columns == [("pending", 4), ("approved", 2)]
    assert counts.rows == [
        ("head", [("pending", 1), ("approved", 0)], 1),
        ("media", [("pending", 3), ("approved", 2)], 5),
    ]
    assert counts.total == 6


def test_of_nobody_nothing_is_counted():
    assert (arranged([]).rows, arranged([]).total) == ([], 0)
