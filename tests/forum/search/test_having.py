from forum.search.having import having


def test_words_are_found_in_any_spelling_and_all_of_them():
    texts = {1: ["Мобильность студентов"], 2: ["Student mobility", "Ivanov"], 3: ["Иванов"]}

    assert having("ivanov", texts) == {2, 3}
    assert having("MOBILITY iva", texts) == {2}
    assert having("", texts) == {1, 2, 3}
