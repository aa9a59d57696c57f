"""Cities whose country has several time zones, none of which is named after them.

Names in English, Kazakh, Russian and Estonian, each once, with commas between.
"""

from collections.abc import Callable

CITIES: dict[str, str] = {
    "America/Chicago": "Austin, Остин, Dallas, Даллас, Houston, Хьюстон, Minneapolis, Миннеаполис,"
    " St. Louis, Сент-Луис",
    "America/Denver": "Salt Lake City, Солт-Лейк-Сити, Boulder, Боулдер",
    "America/Edmonton": "Calgary, Калгари",
    "America/Los_Angeles": "Berkeley, Беркли, Palo Alto, Пало-Алто, San Diego, Сан-Диего,"
    " San Francisco, Сан-Франциско, Seattle, Сиэтл, Stanford, Стэнфорд",
    "America/Mexico_City": "Guadalajara, Гвадалахара, Puebla, Пуэбла",
    "America/New_York": "Atlanta, Атланта, Boston, Бостон, Cambridge, Кембридж, Miami, Майами,"
    " New Haven, Нью-Хейвен, Philadelphia, Филадельфия, Pittsburgh, Питтсбург, Princeton,"
    " Принстон, Washington, Вашингтон, Washington DC",
    "America/Sao_Paulo": "Brasília, Brasilia, Бразилиа, Belo Horizonte, Белу-Оризонти, Curitiba,"
    " Куритиба, Rio de Janeiro, Рио-де-Жанейро",
    "America/Toronto": "Kingston, Кингстон, Montreal, Montréal, Монреаль, Ottawa, Оттава, Quebec,"
    " Québec, Квебек, Waterloo, Ватерлоо",
    "Asia/Almaty": "Astana, Астана, Nur-Sultan, Нур-Султан, Нұр-Сұлтан, Shymkent, Шымкент,"
    " Šõmkent, Karaganda, Qaraghandy, Караганда, Қарағанды, Qaraghandõ, Pavlodar, Павлодар,"
    " Oskemen, Öskemen, Ust-Kamenogorsk, Усть-Каменогорск, Өскемен, Semey, Semei, Семей,"
    " Taraz, Тараз, Turkistan, Turkestan, Туркестан, Түркістан, Türkistan, Kokshetau,"
    " Кокшетау, Көкшетау, Kökšetau, Petropavl, Petropavlovsk, Петропавловск, Петропавл,"
    " Taldykorgan, Талдыкорган, Талдықорған, Taldõqorghan, Zhezkazgan, Жезказган, Жезқазған,"
    " Žezqazghan, Ekibastuz, Экибастуз, Екібастұз, Konaev, Конаев, Қонаев, Burabay,"
    " Бурабай, Burabai",
    "Asia/Irkutsk": "Ulan-Ude, Улан-Удэ",
    "Asia/Jakarta": "Bandung, Бандунг, Surabaya, Сурабая, Yogyakarta, Джокьякарта",
    "Asia/Krasnoyarsk": "Kemerovo, Кемерово, Abakan, Абакан",
    "Asia/Makassar": "Bali, Бали, Denpasar, Денпасар",
    "Asia/Vladivostok": "Khabarovsk, Хабаровск, Habarovsk",
    "Asia/Yakutsk": "Blagoveshchensk, Благовещенск",
    "Asia/Yekaterinburg": "Chelyabinsk, Челябинск, Tšeljabinsk, Khanty-Mansiysk, Ханты-Мансийск,"
    " Handi-Mansiisk, Orenburg, Оренбург, Орынбор, Perm, Пермь, Tyumen, Тюмень, Түмен, Tjumen,"
    " Ufa, Уфа",
    "Atlantic/Azores": "Ponta Delgada, Понта-Делгада",
    "Atlantic/Canary": "Las Palmas, Лас-Пальмас, Santa Cruz de Tenerife, Санта-Крус-де-Тенерифе",
    "Atlantic/Madeira": "Funchal, Фуншал",
    "Australia/Sydney": "Canberra, Канберра, Newcastle, Ньюкасл",
    "Australia/Brisbane": "Gold Coast, Голд-Кост",
    "Europe/Moscow": "Saint Petersburg, St. Petersburg, Санкт-Петербург, Peterburi,"
    " Sankt-Peterburg, Kazan, Казань, Қазан, Kaasan, Nizhny Novgorod, Нижний Новгород,"
    " Nižni Novgorod, Rostov-on-Don, Ростов-на-Дону, Дондағы Ростов,"
    " Rostov Doni ääres, Sochi, Сочи, Sotši, Krasnodar, Краснодар, Voronezh, Воронеж, Voronež,"
    " Veliky Novgorod, Великий Новгород, Veliki Novgorod, Pskov, Псков, Pihkva, Murmansk,"
    " Мурманск, Arkhangelsk, Архангельск, Arhangelsk, Petrozavodsk, Петрозаводск, Petroskoi,"
    " Yaroslavl, Ярославль, Jaroslavl, Cheboksary, Чебоксары, Tšeboksarõ, Saransk, Саранск,"
    " Dubna, Дубна, Skolkovo, Сколково, Grozny, Грозный, Groznõi",
    "Europe/Samara": "Izhevsk, Ижевск, Iževsk, Tolyatti, Тольятти, Toljatti",
}


def known_by(normal: Callable[[str], str]) -> dict[str, list[str]]:
    """Map each name, written as `normal` writes it, to the zones that have such a city."""
    found: dict[str, list[str]] = {}
    for zone, text in CITIES.items():
        for name in filter(None, text.split(", ")):
            found.setdefault(normal(name), []).append(zone)
    return found
