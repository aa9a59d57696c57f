import hashlib
from itertools import permutations

from delegations.protocol.lots import drawn, lot, new_seed


def test_a_lot_can_be_computed_by_anybody():
    # printf %s 5eed:12 | sha256sum
    assert lot("5eed", 12) == hashlib.sha256(b"5eed:12").hexdigest()
    assert drawn("5eed", [1, 2, 3]) == sorted([1, 2, 3], key=lambda n: lot("5eed", n))


def test_the_same_seed_gives_the_same_order_however_the_numbers_come():
    assert len({tuple(drawn("5eed", each)) for each in permutations([4, 8, 15, 16])}) == 1


def test_every_number_is_drawn_once():
    assert sorted(drawn(new_seed(), range(40))) == [*range(40)]


def test_seeds_differ_and_so_does_what_they_bring():
    orders = {tuple(drawn(new_seed(), range(20))) for _ in range(20)}

    assert len(orders) == 20
