import pytest
from django.utils.translation import override

from agreements.choices import Instrument
from agreements.instruments import instrument_of
from forum.records.texts import LANGUAGES


@pytest.mark.parametrize(
    ("title", "instrument"),
    [
        *(("Cooperation Agreement", "cooperation"), ("MoU on exchange", "memorandum")),
        *(
            ("Joint Declaration", "joint_statement"),
            ("Declaration of Intent", "declaration_of_intent"),
        ),
        *(("Letter of Intent", "letter_of_intent"), ("Protocol of intent", "protocol")),
        *(("Action Plan for 2030", "plan"), ("Roadmap", "road_map"), ("Treaty", "treaty")),
        *(("Framework Agreement", "framework"), ("Contract", "contract"), ("Charter", "charter")),
        *(("Меморандум о взаимопонимании", "memorandum"), ("Дорожная карта", "road_map")),
        *(("Межправительственное соглашение", "intergovernmental"), ("Договор", "contract")),
        *(("Совместное заявление", "joint_statement"), ("План мероприятий", "plan")),
        *(
            ("Ынтымақтастық туралы келісім", "cooperation"),
            ("Бірлескен мәлімдеме", "joint_statement"),
        ),
        *(("Өзара түсіністік туралы меморандум", "memorandum"), ("Жол картасы", "road_map")),
        *(("Koostööleping", "cooperation"), ("Kavatsuste protokoll", "letter_of_intent")),
        *(("Ühisavaldus", "joint_statement"), ("Tegevuskava", "plan"), ("Raamleping", "framework")),
        *(("Speech", ""), ("", "")),
    ],
)
def test_an_instrument_is_told_by_the_words_of_a_title(title, instrument):
    assert instrument_of(title) == instrument


AMBIGUOUS = {"ru": {Instrument.TREATY}, "et": {Instrument.CONTRACT}}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_instrument_is_told_by_its_own_name_in_every_language(language):
    with override(language):
        told = {each: instrument_of(str(each.label)) for each in Instrument}
    others = {each: found for each, found in told.items() if found != each}
    # A Russian договор and an Estonian leping may be a treaty, a contract or any agreement.
    assert others.keys() <= {Instrument.OTHER, Instrument.OUTCOMES, *AMBIGUOUS.get(language, ())}
