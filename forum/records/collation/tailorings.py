"""What each language's alphabet has of its own, after CLDR 42 (common/collation), by ICU 72.

`& c < č` makes č a letter after c, `& [before] t < š` one before t; `<<` sets a letter apart like
an accent, `<<<` like a capital, `=` not at all; `ccs/cs` stands for two letters. Capitals follow.
"""

SOUTH_SLAVIC = "& c < č < ć & d < dž < đ & l < lj & n < nj & s < š & z < ž"
SCANDINAVIAN = "& d << đ << ð & t <<< þ/h & y << ü << ű "
APOSTROPHES = "ʻ‘'’ʼ`´"

TAILORINGS = {
    "az": (
        "& c < ç & e < ə & g < ğ & h < x & [before] i < ı <<< I & i <<< İ & k < q & o < ö & s < ş"
        " & u < ü & z < w"
    ),
    "be": "& е < ё & у < ў",
    "bg": "",
    "bs": SOUTH_SLAVIC,
    "cs": "& c < č & h < ch & r < ř & s < š & z < ž",
    "da": SCANDINAVIAN + "& [before] ǀ < æ << ä < ø << ö << ő << œ < å <<< aa",
    "de": "",
    "el": "",
    "en": "",
    "es": "& n < ñ",
    "et": "& [before] t < š < z < ž & [before] x < õ < ä < ö < ü",
    "fi": "& y << ü << ű & [before] ǀ < å < ä << æ < ö << ø",
    "fr": "",
    "hr": SOUTH_SLAVIC,
    "hu": (
        "& c < cs <<< ccs/cs & d < dz <<< ddz/dz < dzs <<< ddzs/dzs & g < gy <<< ggy/gy"
        " & l < ly <<< lly/ly & n < ny <<< nny/ny & s < sz <<< ssz/sz & t < ty <<< tty/ty"
        " & z < zs <<< zzs/zs & o < ö << ő & u < ü << ű"
    ),
    "hy": "",
    "is": (
        "& [before] b < á & d << đ < ð & [before] f < é & [before] j < í & [before] p < ó"
        " & [before] v < ú & [before] z < ý & [before] ǀ < þ < æ << ä < ö << ø < å"
    ),
    "it": "",
    "ka": "",
    "kk": "& е < ё & у < ұ & ы < і",
    "ky": "& е < ё",
    "lt": "& \u0328 << \u0307 & c < č & i << y & s < š & z < ž",
    "lv": (
        "& [before] d < č & [before] h < ģ & i << y & [before] l < ķ & [before] m < ļ"
        " & [before] o < ņ & [before] s < ŗ & [before] t < š & [before] ʒ < ž"
    ),
    "mk": "& и << й",
    "mn": "",
    "nb": SCANDINAVIAN + "& [before] ǀ < æ << ä < ø << ö << ő << œ < å << aa",
    "nl": "",
    "pl": "& a < ą & c < ć & e < ę & l < ł & n < ń & o < ó & s < ś & z < ź < ż",
    "pt": "",
    "ro": "& a < ă < â & i < î & s < ş = ș & t < ţ = ț",
    "ru": "",
    "sk": "& a < ä & c < č & h < ch & o < ô & s < š & z < ž",
    "sl": "& c < č < ć & d < đ & s < š & z < ž",
    "sq": (
        "& c < ç & d < dh & e < ë & g < gj & l < ll & n < nj & r < rr & s < sh & t < th"
        " & x < xh & z < zh"
    ),
    "sr": "& и << й",
    "sv": SCANDINAVIAN + "& [before] ǀ < å < ä << æ << ę < ö << ø << ő << œ << ô",
    "tg": "",
    "tk": "& c < ç & e < ä & j < ž & n < ň & o < ö & s < ş & u < ü & y < ý",
    "tr": "& c < ç & g < ğ & [before] i < ı <<< I & i <<< İ & o < ö & s < ş & u < ü",
    "uk": "& г < ґ & і < ї",
    "uz": "& [before] ʒ < {o} < {g} < sh < ch".format(
        **{letter: " = ".join(letter + mark for mark in APOSTROPHES) for letter in "og"}
    ),
    "vi": (
        "& \u0300 << \u0309 << \u0303 << \u0301 << \u0323"
        " & a < ă < â & d < đ & e < ê & o < ô < ơ & u < ư"
    ),
}
# Whose own scripts come before all others.
OWN_SCRIPTS = {
    **dict.fromkeys(("be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "uk"), ("Cyrl",)),
    **dict.fromkeys(("az", "bs", "hr"), ("Latn", "Cyrl")),
    "el": ("Grek",),
    "hy": ("Armn",),
    "ka": ("Geor",),
}
# Where capitals come before small letters.
CAPITALS_FIRST = ("da",)
