"""What is said in words and as an abbreviation, in each language of the site.

Whoever writes one of a line finds what has any other; in capitals it is an abbreviation, which a
longer word does not contain. Institutions' acronyms need no line: they are read from their names.
"""

CONCEPTS = (
    (
        *("AI", "artificial intelligence", "ИИ", "искусственный интеллект"),
        *("ЖИ", "жасанды интеллект", "TI", "tehisintellekt", "tehisaru"),
    ),
    (
        *("EU", "European Union", "ЕС", "Европейский союз"),
        *("ЕО", "Еуропалық одақ", "EL", "Euroopa Liit"),
    ),
    (
        *("UN", "United Nations", "ООН", "Организация Объединённых Наций"),
        *("БҰҰ", "Біріккен Ұлттар Ұйымы", "ÜRO", "Ühinenud Rahvaste Organisatsioon"),
    ),
    (
        *("MoU", "MOU", "memorandum of understanding", "меморандум о взаимопонимании"),
        *("өзара түсіністік туралы меморандум", "vastastikuse mõistmise memorandum"),
    ),
    (
        *("IT", "information technology", "ИТ", "информационные технологии"),
        *("АТ", "ақпараттық технологиялар", "infotehnoloogia"),
    ),
    (
        *("EHEA", "European Higher Education Area", "ЕПВО"),
        *("Европейское пространство высшего образования", "Euroopa kõrgharidusruum"),
        "Еуропалық жоғары білім беру кеңістігі",
    ),
    (
        *("SCO", "Shanghai Cooperation Organisation", "ШОС", "ШЫҰ"),
        *("Шанхайская организация сотрудничества", "Шанхай ынтымақтастық ұйымы"),
        "Shanghai Koostööorganisatsioon",
    ),
    (
        *("CIS", "Commonwealth of Independent States", "СНГ", "ТМД", "SRÜ"),
        *("Содружество Независимых Государств", "Тәуелсіз Мемлекеттер Достастығы"),
        "Sõltumatute Riikide Ühendus",
    ),
    (
        *("NATO", "НАТО", "North Atlantic Treaty Organization"),
        "Организация Североатлантического договора",
    ),
    (
        *("OECD", "ОЭСР", "ЭЫДҰ", "Organisation for Economic Co-operation and Development"),
        "Организация экономического сотрудничества и развития",
    ),
    ("R&D", "research and development", "НИОКР", "ҒЗТКЖ", "teadus- ja arendustegevus"),
    ("SME", "small and medium enterprises", "МСП", "ШОБ", "VKE"),
    ("VET", "vocational education", "ПТО", "профессиональное образование", "kutseharidus"),
    ("US", "USA", "United States", "America", "США", "АҚШ", "Ameerika Ühendriigid"),
    ("UK", "United Kingdom", "Britain", "Великобритания", "Ұлыбритания", "Suurbritannia"),
    ("Turkey", "Türkiye", "Турция", "Түркия", "Türgi"),
    ("USSR", "Soviet Union", "СССР", "Советский Союз", "КСРО", "Кеңес Одағы", "NSVL"),
    ("GDR", "DDR", "German Democratic Republic", "ГДР", "ГДР", "Saksa DV"),
    ("UAE", "United Arab Emirates", "ОАЭ", "БАӘ", "Araabia Ühendemiraadid"),
)
