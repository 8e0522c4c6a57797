"""Writes unicode_tables.inc and unicode_names.inc from the unicodedata of the Python that runs it.

Use Python 3.13 for Unicode 15.1:  python3.13 make_unicode_tables.py FOLDER
"""
import sys
import unicodedata

LAST = 0x10FFFF


def ranges(predicate):
    out, start = [], None
    for code in range(LAST + 2):
        inside = code <= LAST and predicate(chr(code))
        if inside and start is None:
            start = code
        elif not inside and start is not None:
            out.append((start, code - 1))
            start = None
    return out


def write_rows(name, declaration, items):
    print(f"constexpr {declaration} {name}[] = {{")
    line = "   "
    for item in items:
        if len(line) + len(item) > 98:
            print(line)
            line = "   "
        line += " " + item + ","
    print(line)
    print("};\n")


def write_ranges(name, predicate):
    write_rows(name, "CodeRange", [f"{{{a:#x}, {b:#x}}}" for a, b in ranges(predicate)])


def name_hash(name):
    value = 0xCBF29CE484222325
    for byte in name.encode():
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return value >> 21


# Formal aliases (NameAliases.txt) cannot be listed through unicodedata; each of these is looked up in it.
ALIASES = """
NULL|NUL|START OF HEADING|SOH|START OF TEXT|STX|END OF TEXT|ETX|END OF TRANSMISSION|EOT|ENQUIRY|ENQ
ACKNOWLEDGE|ACK|ALERT|BEL|BACKSPACE|BS|CHARACTER TABULATION|HORIZONTAL TABULATION|HT|TAB|LINE FEED
NEW LINE|END OF LINE|LF|NL|EOL|LINE TABULATION|VERTICAL TABULATION|VT|FORM FEED|FF|CARRIAGE RETURN|CR
SHIFT OUT|LOCKING-SHIFT ONE|SO|SHIFT IN|LOCKING-SHIFT ZERO|SI|DATA LINK ESCAPE|DLE
DEVICE CONTROL ONE|DC1|DEVICE CONTROL TWO|DC2|DEVICE CONTROL THREE|DC3|DEVICE CONTROL FOUR|DC4
NEGATIVE ACKNOWLEDGE|NAK|SYNCHRONOUS IDLE|SYN|END OF TRANSMISSION BLOCK|ETB|CANCEL|CAN|END OF MEDIUM
EOM|EM|SUBSTITUTE|SUB|ESCAPE|ESC|INFORMATION SEPARATOR FOUR|FILE SEPARATOR|FS
INFORMATION SEPARATOR THREE|GROUP SEPARATOR|GS|INFORMATION SEPARATOR TWO|RECORD SEPARATOR|RS
INFORMATION SEPARATOR ONE|UNIT SEPARATOR|US|SP|DELETE|DEL|PADDING CHARACTER|PAD|HIGH OCTET PRESET|HOP
BREAK PERMITTED HERE|BPH|NO BREAK HERE|NBH|INDEX|IND|NEXT LINE|NEL|START OF SELECTED AREA|SSA
END OF SELECTED AREA|ESA|CHARACTER TABULATION SET|HORIZONTAL TABULATION SET|HTS
CHARACTER TABULATION WITH JUSTIFICATION|HORIZONTAL TABULATION WITH JUSTIFICATION|HTJ
LINE TABULATION SET|VERTICAL TABULATION SET|VTS|PARTIAL LINE FORWARD|PARTIAL LINE DOWN|PLD
PARTIAL LINE BACKWARD|PARTIAL LINE UP|PLU|REVERSE LINE FEED|REVERSE INDEX|RI|SINGLE SHIFT TWO
SINGLE-SHIFT-2|SS2|SINGLE SHIFT THREE|SINGLE-SHIFT-3|SS3|DEVICE CONTROL STRING|DCS|PRIVATE USE ONE
PRIVATE USE-1|PU1|PRIVATE USE TWO|PRIVATE USE-2|PU2|SET TRANSMIT STATE|STS|CANCEL CHARACTER|CCH
MESSAGE WAITING|MW|START OF GUARDED AREA|START OF PROTECTED AREA|SPA|END OF GUARDED AREA
END OF PROTECTED AREA|EPA|START OF STRING|SOS|SINGLE GRAPHIC CHARACTER INTRODUCER|SGC
SINGLE CHARACTER INTRODUCER|SCI|CONTROL SEQUENCE INTRODUCER|CSI|STRING TERMINATOR|ST
OPERATING SYSTEM COMMAND|OSC|PRIVACY MESSAGE|PM|APPLICATION PROGRAM COMMAND|APC|NBSP|SHY
LATIN CAPITAL LETTER GHA|LATIN SMALL LETTER GHA|CGJ|ALM|SYRIAC SUBLINEAR COLON SKEWED LEFT
KANNADA LETTER LLLA|LAO LETTER FO FON|LAO LETTER FO FAY|LAO LETTER RO|LAO LETTER LO
TIBETAN MARK BKA- SHOG GI MGO RGYAN|HANGUL JONGSEONG YESIEUNG-KIYEOK|FVS1|FVS2|FVS3|MVS|ZWSP|ZWNJ|ZWJ
LRM|RLM|LRE|RLE|PDF|LRO|RLO|NNBSP|MMSP|WJ|LRI|RLI|FSI|PDI|WEIERSTRASS ELLIPTIC FUNCTION
MICR ON US SYMBOL|MICR DASH SYMBOL|YI SYLLABLE ITERATION MARK|BYTE ORDER MARK|BOM|ZWNBSP
PRESENTATION FORM FOR VERTICAL RIGHT WHITE LENTICULAR BRACKET|CUNEIFORM SIGN NU11 TENU
BYZANTINE MUSICAL SYMBOL FTHORA SKLIRON CHROMA VASIS
""" + "".join(f"VS{n}|" for n in range(1, 257))


def aliases():
    names = ALIASES.replace("\n", "|").split("|")
    return {name for name in names if name and lookup(name) is not None}


def lookup(name):
    try:
        text = unicodedata.lookup(name)
    except KeyError:
        return None
    return ord(text) if len(text) == 1 else None


def write_names(path):
    """One number a name: 43 bits of its hash, 21 bits of its character. A name that is not there is
    taken for another with a chance of one in 2**27 (34,000 names in 2**43 places)."""
    sys.stdout = open(path, "w")
    print(f"// Unicode {unicodedata.unidata_version}; made by make_unicode_tables.py, not by hand.\n")
    names = {}
    for code in range(LAST + 1):
        name = unicodedata.name(chr(code), "")
        if name and not name.startswith(("CJK UNIFIED IDEOGRAPH-", "HANGUL SYLLABLE ")):
            names[name] = code
    for name in aliases():
        names.setdefault(name, lookup(name))
    rows = sorted(name_hash(name) << 21 | code for name, code in names.items())
    assert len({row >> 21 for row in rows}) == len(rows)
    write_rows("kNames", "std::uint64_t", [hex(row) for row in rows])


def main():
    sys.stdout = open(sys.argv[1] + "/unicode_tables.inc", "w")
    print(f"// Unicode {unicodedata.unidata_version}; made by make_unicode_tables.py, not by hand.\n")
    write_ranges("kIdentifierStart", str.isidentifier)
    write_ranges("kIdentifierPart", lambda c: ("a" + c).isidentifier())
    write_ranges("kNotPrintable", lambda c: not c.isprintable())

    # Full compatibility decompositions, Hangul left to arithmetic; all texts in one array.
    letters, index = [], []
    for code in range(LAST + 1):
        if 0xAC00 <= code <= 0xD7A3 or 0xD800 <= code <= 0xDFFF:
            continue
        text = unicodedata.normalize("NFKD", chr(code))
        if text != chr(code):
            index.append(f"{{{code:#x}, {len(letters)}, {len(text)}}}")
            letters += text
    write_rows("kDecomposedLetters", "char32_t", [hex(ord(c)) for c in letters])
    write_rows("kDecompositions", "Decomposition", index)

    classes = []
    for code in range(LAST + 1):
        value = unicodedata.combining(chr(code))
        if not value:
            continue
        if classes and classes[-1][1] == code - 1 and classes[-1][2] == value:
            classes[-1][1] = code
        else:
            classes.append([code, code, value])
    write_rows("kCombiningClasses", "ClassRange", [f"{{{a:#x}, {b:#x}, {v}}}" for a, b, v in classes])

    pairs = []
    for code in range(LAST + 1):
        decomposition = unicodedata.decomposition(chr(code))
        parts = decomposition.split()
        if len(parts) != 2 or decomposition.startswith("<"):
            continue
        first, second = (int(p, 16) for p in parts)
        # What does not come back under NFC is excluded from composition.
        if unicodedata.normalize("NFC", chr(first) + chr(second)) == chr(code):
            pairs.append((first, second, code))
    write_rows("kCompositions", "Composition", [f"{{{a:#x}, {b:#x}, {c:#x}}}" for a, b, c in sorted(pairs)])

    write_names(sys.argv[1] + "/unicode_names.inc")


main()
