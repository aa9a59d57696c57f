"""What a document is by the words of its title, in the four languages."""

import re

from agreements.choices import Instrument

# What words of a title begin with; the first instrument that is spoken of wins, so that a
# memorandum of cooperation is a memorandum, and a protocol of intent a protocol.
WORDS = (
    (Instrument.JOINT_STATEMENT, "joint_statement joint_declaration совместное_заявлени"),
    (Instrument.JOINT_STATEMENT, "совместная_декларац бірлескен_мәлімдеме бірлескен_декларац"),
    (Instrument.JOINT_STATEMENT, "ühisavaldus ühisdeklarats"),
    (Instrument.COMMUNIQUE, "communiqu коммюнике kommünikee"),
    (Instrument.DECLARATION_OF_INTENT, "declaration_of_intent декларация_о_намерени"),
    (Instrument.DECLARATION_OF_INTENT, "ниет_туралы_декларац kavatsuste_deklarats"),
    (Instrument.DECLARATION_OF_INTENT, "tahteavaldus"),
    (
        Instrument.LETTER_OF_INTENT,
        "letter_of_intent loi письмо_о_намерени ниет_хат ниет_білдіру_хат kavatsus",
    ),
    (Instrument.MEMORANDUM, "memorandum mou меморандум vastastikuse_mõistmise"),
    (Instrument.EXCHANGE_OF_NOTES, "exchange_of_notes обмен_нотами нота\\w*_алмасу noodivahetus"),
    (Instrument.ROAD_MAP, "road_?map дорожная_карта жол_карта teekaart"),
    (Instrument.PLAN, "action_plan work_plan plan_of план_ рабочий_план жоспар tegevuskava"),
    (Instrument.PLAN, "tööplaan"),
    (Instrument.PROTOCOL, "protocol протокол хаттама protokoll"),
    (Instrument.INTERGOVERNMENTAL, "intergovernmental межправительств үкіметаралық"),
    (Instrument.INTERGOVERNMENTAL, "valitsustevaheli"),
    (Instrument.INTERDEPARTMENTAL, "interdepartmental inter-?agency межведомств ведомствоаралық"),
    (Instrument.INTERDEPARTMENTAL, "ametkondadevaheli"),
    (Instrument.FRAMEWORK, "framework рамочн негіздемелік_келісім raamleping raamkokkulep"),
    (Instrument.TREATY, "treaty межгосударственн riikidevaheli välisleping шарт(?!\\w)"),
    (Instrument.PROGRAMME, "program(?:me)?_of_cooperation cooperation_program программа_сотруднич"),
    (Instrument.PROGRAMME, "exchange_program программа_обмена vahetusprogramm"),
    (Instrument.PROGRAMME, "ынтымақтастық_бағдарлама koostööprogramm"),
    (Instrument.CHARTER, "charter хартия harta"),
    (Instrument.DECLARATION, "declaration деклараци deklarats"),
    (Instrument.CONTRACT, "contract контракт договор келісімшарт"),
    (Instrument.COOPERATION, "cooperation_agreement agreement соглашени келісім"),
    (Instrument.COOPERATION, "[^\\W\\d]*leping [^\\W\\d]*kokkulep porozumienie"),
    (Instrument.DECISION, "decision решение шешім otsus"),
)


def _pattern(words: str) -> re.Pattern[str]:
    beginnings = "|".join(word.replace("_", r"\s") for word in words.split())
    return re.compile(rf"(?<![^\W_])(?:{beginnings})", re.IGNORECASE)


PATTERNS = [(instrument, _pattern(words)) for instrument, words in WORDS]


def instrument_of(title: str) -> str:
    """The instrument that a title names; empty if it names none."""
    return next((found for found, pattern in PATTERNS if pattern.search(title)), "")
