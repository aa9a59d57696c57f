import pytest

from forum.intake.cells import between, parties, people


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Aliya Bekova; Mari Tamm", ["Aliya Bekova", "Mari Tamm"]),
        ("Aliya Bekova and Mari Tamm", ["Aliya Bekova", "Mari Tamm"]),
        ("Aliya Bekova, Mari Tamm", ["Aliya Bekova", "Mari Tamm"]),
        ("Aliya Bekova, Mari Tamm and Serik Orazov", ["Aliya Bekova", "Mari Tamm", "Serik Orazov"]),
        ("Aliya Bekova, Rector", ["Aliya Bekova, Rector"]),
        ("Bekova, Aliya", ["Bekova, Aliya"]),
        (
            "Aliya Bekova, Rector and Mari Tamm, Vice-Rector",
            ["Aliya Bekova, Rector", "Mari Tamm, Vice-Rector"],
        ),
        ("Aliya Bekova (Rector) and Mari Tamm", ["Aliya Bekova (Rector)", "Mari Tamm"]),
        (
            "Aliya Bekova, Minister of Science and Higher Education",
            ["Aliya Bekova, Minister of Science and Higher Education"],
        ),
        (
            "Minister of Education and Research Mari Tamm",
            ["Minister of Education and Research Mari Tamm"],
        ),
        ("Алия Бекова и Серик Оразов", ["Алия Бекова", "Серик Оразов"]),
        (
            "Ректор Алия Бекова и проректор Серик Оразов",
            ["Ректор Алия Бекова", "проректор Серик Оразов"],
        ),
        (
            "Алия Бекова, ректор; Серик Оразов, проректор",
            ["Алия Бекова, ректор", "Серик Оразов, проректор"],
        ),
        ("Айгүл Серікқызы және Айдос Серіков", ["Айгүл Серікқызы", "Айдос Серіков"]),
        ("Mari Tamm ja Jaan Kask", ["Mari Tamm", "Jaan Kask"]),
        ("Mari Tamm, haridus- ja teadusminister", ["Mari Tamm, haridus- ja teadusminister"]),
        ("Mari Tamm\nJaan Kask", ["Mari Tamm", "Jaan Kask"]),
        (
            "Mari Tamm\nRector\nJaan Kask\nVice-Rector",
            ["Mari Tamm, Rector", "Jaan Kask, Vice-Rector"],
        ),
        ("1. Mari Tamm – Rector\n2. Jaan Kask – Dean", ["Mari Tamm – Rector", "Jaan Kask – Dean"]),
        ("• Mari Tamm\n• Jaan Kask", ["Mari Tamm", "Jaan Kask"]),
        ("tbc", ["tbc"]),
        (
            "Mari Tamm, Rector of the University of Arts and Sciences",
            ["Mari Tamm, Rector of the University of Arts and Sciences"],
        ),
        ("Prof. Mari Tamm & Dr. Jaan Kask", ["Prof. Mari Tamm", "Dr. Jaan Kask"]),
        ("Rector; Vice-Rector", ["Rector", "Vice-Rector"]),
        ("Mari Tamm; rektor; Näidisülikool", ["Mari Tamm, rektor, Näidisülikool"]),
    ],
)
def test_people_of_one_cell_are_told_apart(cell, expected):
    assert people(cell) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Example University – Sample University", ["Example University", "Sample University"]),
        (
            "between Example University and Sample University",
            ["Example University", "Sample University"],
        ),
        ("Example University; Sample University", ["Example University", "Sample University"]),
        (
            "Восточный университет и Западный университет",
            ["Восточный университет", "Западный университет"],
        ),
        (
            "Шығыс университеті мен Батыс университеті арасындағы",
            ["Шығыс университеті", "Батыс университеті"],
        ),
        ("Näidisülikool ja Teine Ülikool", ["Näidisülikool", "Teine Ülikool"]),
        ("Näidisülikooli ja Teise Ülikooli vaheline", ["Näidisülikooli", "Teise Ülikooli"]),
        ("AlmaU and TalTech", ["AlmaU", "TalTech"]),
        ("Kazakhstan – Estonia", ["Kazakhstan", "Estonia"]),
        ("Kazakhstan and Estonia", ["Kazakhstan", "Estonia"]),
        (
            "the Government of Kazakhstan and the Government of Estonia",
            ["Government of Kazakhstan", "Government of Estonia"],
        ),
        (
            "Ministry of Education and Science and Ministry of Culture and Sport",
            ["Ministry of Education and Science", "Ministry of Culture and Sport"],
        ),
        ("University of Arts and Sciences", ["University of Arts and Sciences"]),
        (
            "Estonian Academy of Music and Theatre and Academy of Arts",
            ["Estonian Academy of Music and Theatre", "Academy of Arts"],
        ),
        (
            "A University, B University and C University",
            ["A University", "B University", "C University"],
        ),
        (
            "Example University, Almaty and Sample University, Tallinn",
            ["Example University, Almaty", "Sample University, Tallinn"],
        ),
        (
            "между Восточным университетом и Министерством науки и высшего образования",
            ["Восточным университетом", "Министерством науки и высшего образования"],
        ),
        ("Bolashak – Eesti Noored", ["Bolashak", "Eesti Noored"]),
        ("between Bolashak and Eesti Noored", ["Bolashak", "Eesti Noored"]),
        ("Example University\nSample University", ["Example University", "Sample University"]),
        ("Example University / Sample University", ["Example University", "Sample University"]),
        ("Kasakhstan", ["Kasakhstan"]),
        (
            "Ministry of Science of Kazakhstan and Ministry of Education and Research of Estonia",
            [
                "Ministry of Science of Kazakhstan",
                "Ministry of Education and Research of Estonia",
            ],
        ),
        ("", []),
    ],
)
def test_parties_are_told_apart(cell, expected):
    assert parties(cell) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "Cooperation Agreement between Example University and Sample University",
            ["Example University", "Sample University"],
        ),
        ("Memorandum of Understanding", []),
        (
            "Соглашение о сотрудничестве между Восточным университетом и Западным университетом",
            ["Восточным университетом", "Западным университетом"],
        ),
        (
            "Шығыс университеті мен Батыс университеті арасындағы ынтымақтастық туралы келісім",
            ["Шығыс университеті", "Батыс университеті"],
        ),
        (
            "Näidisülikooli ja Teise Ülikooli vaheline koostööleping",
            ["Näidisülikooli", "Teise Ülikooli"],
        ),
        (
            "Koostööleping Näidisülikooli ja Teise Ülikooli vahel",
            ["Näidisülikooli", "Teise Ülikooli"],
        ),
        (
            "Memorandum between the University of Arts and Sciences and TalTech on exchange",
            ["University of Arts and Sciences", "TalTech"],
        ),
    ],
)
def test_a_title_says_between_whom_the_document_is(title, expected):
    assert between(title) == expected
