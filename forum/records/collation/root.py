"""The order that all languages share unless they say otherwise: the root of Unicode's CLDR.

Only small letters stand here, and none that is another one with an accent (NFD takes it apart).
Source: CLDR 42 (Unicode Technical Standard 10 and 35), part 5, as ICU 72 sorts.
"""

SIGNS = (
    " _-‐‒–—―⁓,;⁏:!¡?¿‽.·⁕⁖⁘⁙⁚⁛⁜⁝⁞'‘’‚‛‹›\"“”„‟«»()[]{}⁅⁆‖§¶⁋@*⁎⁑/\\&⁊#%‰‱†‡•‣‧⁃⁌⁍′‵‸※‿⁔⁀⁐⁁⁂"
    "`^ʹʺ˂˃˄˅ˆˇˈˉˊˋˌˍˎˏ°©®←→↑↓∀∁∂∃∅∆∇∈∊∋∍∎∏+±÷×<=>¬|¦~⁒⁄"
    "¤¢$£¥₠₡₢₣₤₥₦₧₩₪₫€₭₮₯₰₱₲₳₴₵₶₷₸₹₺₻₼₽₾₿"
)
DIGITS = "0123456789"
SCRIPTS = {
    "Latn": (
        "aɐɑɒbʙƀɓƃcȼƈɕdʥʤɖɗƌȡẟeɇǝəɛɘɚɜɝɞʚɤfʩƒgɡɢǥɠʛɣƣhʜƕɦɧʻʽiıɪɨɩjȷɉʝɟʄkƙʞlʟƚɫɬɭȴɮƛʎmɱnɴɲƞɳȵŋoɶɔɵɷȣ"
        "pƥɸqʠɋĸrʀɍɹɺɻɼɽɾɿʁsʂȿẜẝʃƪʅʆtʨʧŧƫƭʈȶʇuʉɥʮʯɯɰʊvʋỽʌwʍxyʏɏƴỿȝzƶȥʐʑɀʒƹƺʓþƿƻƨƽƅʔɂˀʼʾʕʿˁʡʢʖǀǁǂǃʗʘ"
        "ʬʭ"
    ),
    "Grek": "αβγδεϝͷϛζͱηθικϗλμνξοπϟϙρσͼͻͽτυφχψωϡͳ",
    "Cyrl": (
        "аәӕбвгғӻҕӷдԁђԃҙеєжԫҗзԅԑѕӡԇиҋійјкқӄҡҟҝԟԛлӆԯԓԡљԉԕмӎнԩӊңӈԣҥњԋоөпԥҧҁрҏԗсԍҫтԏҭћ"
        "уүұѹфхӽӿҳһԧѡѿѽѻцҵчԭҷӌҹҽҿџшщъыьҍѣэюяԙѥѧѫѩѭѯѱѳѵҩԝӏ"
    ),
    "Geor": "აბგდევზჱთიკლმნჲოპჟრსტჳუფქღყშჩცძწჭხჴჯჰჵჶჷჸჹჺჽჾჿ",
    "Armn": "աՠբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆՙ",
    "Hebr": "אבגדהוזחטיכלמנסעפצקרשת",
    "Arab": (
        "ءآأٲٱؤإٳئاٮبٻپڀةتثٹٺټٽٿجڃڄچڿڇحخځڂڅدذڈډڊڋڌڍڎڏڐۮرزڑڒړڔڕږڗژڙۯسشښڛڜۺصضڝڞۻطظڟ"
        "عغڠۼفڡڢڣڤڥڦٯقڧڨكکڪګڬڭڮگڰڱڲڳڴػؼلڵڶڷڸمنںڻڼڽڹهھہۃۿەوۄۅۆۇۈۉۊۋۏىيیۍێېۑؽؾؿؠے"
    ),
}

# Accents, the lightest first; one that is not here is heavier than these.
ACCENTS = (
    "\u0313\u0314\u0301\u0300\u0306\u0302\u030c\u030a\u0342\u0308\u030b\u0303\u0307\u0338\u0327"
    "\u0328\u0304\u0336\u0337\u3099\u309a\u0335\u0305\u0309\u030f\u0310\u0311\u031b\u0323\u0325"
    "\u0326\u032d\u032e\u0330\u0331\u0345\u0483"
)
# A mark that no text has, heavier than all accents: what only ligatures and the like differ by.
JOINED = "\ufdd0"
# Letters that differ from others as if by an accent, though Unicode does not take them apart.
SPELT = {
    "ø": "o\u0338",
    "đ": "d\u0335",
    "ħ": "h\u0335",
    "ł": "l\u0335",
    "ð": f"d{JOINED}",
    "ґ": f"г{JOINED}",
    "æ": f"a{JOINED}e",
    "œ": f"o{JOINED}e",
}
SPELT |= {letter.upper(): text.upper() for letter, text in SPELT.items()}
# Other forms of letters, which differ less than by an accent.
FORMS = {"ß": "ss", "ẞ": "SS", "ς": "σ", "ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ"}
