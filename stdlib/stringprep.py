"""The tables of stringprep (RFC 3454): which characters of Unicode 3.2 are mapped and which are forbidden."""

from unicodedata import ucd_3_2_0 as unicodedata


def in_table_a1(code):
    c = ord(code)
    return unicodedata.category(code) == "Cn" and not 0xFDD0 <= c < 0xFDF0 and c & 0xFFFF not in (0xFFFE, 0xFFFF)


b1_set = {0xAD, 0x34F, 0x1806, *range(0x180B, 0x180E), *range(0x200B, 0x200E), 0x2060, *range(0xFE00, 0xFE10), 0xFEFF}


def in_table_b1(code):
    return ord(code) in b1_set


def _folded(code):
    # Cherokee, whose small letters came later, folds to capitals.
    later = unicodedata.category(code) == "Cn" or 0x13A0 <= ord(code) < 0x13F5
    return code.lower() if later else code.casefold()


def map_table_b3(code):
    """Case folding, of compatibility characters too (which CPython has as a table)."""
    folded = _folded(code)
    if unicodedata.category(code) == "Cn":
        return folded
    plain = unicodedata.normalize("NFKC", folded)
    again = unicodedata.normalize("NFKC", "".join(map(_folded, plain)))
    return folded if plain == again else again


def map_table_b2(a):
    folded = map_table_b3(a)
    plain = unicodedata.normalize("NFKC", folded)
    again = unicodedata.normalize("NFKC", "".join(map(map_table_b3, plain)))
    return folded if plain == again else again


def in_table_c11(code):
    return code == " "


def in_table_c12(code):
    return unicodedata.category(code) == "Zs" and code != " "


def in_table_c11_c12(code):
    return unicodedata.category(code) == "Zs"


def in_table_c21(code):
    return ord(code) < 128 and unicodedata.category(code) == "Cc"


c22_specials = {0x6DD, 0x70F, 0x180E, 0x200C, 0x200D, 0x2028, 0x2029, *range(0x2060, 0x2064), *range(0x206A, 0x2070), 0xFEFF,
                *range(0xFFF9, 0xFFFD), *range(0x1D173, 0x1D17B)}


def in_table_c22(code):
    c = ord(code)
    return c >= 128 and (unicodedata.category(code) == "Cc" or c in c22_specials)


def in_table_c21_c22(code):
    return unicodedata.category(code) == "Cc" or ord(code) in c22_specials


def in_table_c3(code):
    return unicodedata.category(code) == "Co"


def in_table_c4(code):
    c = ord(code)
    return 0xFDD0 <= c < 0xFDF0 or (c > 0xFDF0 and c & 0xFFFF in (0xFFFE, 0xFFFF))


def in_table_c5(code):
    return unicodedata.category(code) == "Cs"


c6_set = set(range(0xFFF9, 0xFFFE))


def in_table_c6(code):
    return ord(code) in c6_set


c7_set = set(range(0x2FF0, 0x2FFC))


def in_table_c7(code):
    return ord(code) in c7_set


c8_set = {0x340, 0x341, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x206A, 0x2070)}


def in_table_c8(code):
    return ord(code) in c8_set


c9_set = {0xE0001, *range(0xE0020, 0xE0080)}


def in_table_c9(code):
    return ord(code) in c9_set


def in_table_d1(code):
    return unicodedata.bidirectional(code) in ("R", "AL")


def in_table_d2(code):
    return unicodedata.bidirectional(code) == "L"
