"""Names of characters: unicodedata.name and lookup, the error handler namereplace, \\N{...} in unicode_escape."""
import codecs
import hashlib
import sys
import unicodedata


def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


digest = hashlib.sha256()
count = 0
for code in range(sys.maxunicode + 1):
    name = unicodedata.name(chr(code), "")
    if name:
        count += 1
        digest.update(b"%d %s\n" % (code, name.encode()))
print(count, digest.hexdigest())
for code in range(32, sys.maxunicode + 1, 997):
    name = unicodedata.name(chr(code), None)
    if name is not None:
        assert unicodedata.lookup(name) == chr(code) == unicodedata.lookup(name.lower() if code < 0x3400 else name), name

for c in "a", "é", "€", "日", "가", "힣", "😀", "\0", "\ue000", "\U000f0000", "\U000f0200", "\u0378", "\U00018b00", "\uf900", "\U0001b170", "\ud800":
    print(ascii(c), unicodedata.name(c, None), c.encode("ascii", "namereplace"), attempt(unicodedata.name, c))
for name in ("EURO SIGN", "euro sign", "Latin Small Letter E With Acute", "NULL", "line feed", "BEL", "ALERT", "LATIN SMALL LETTER GHA", "KEYCAP NUMBER SIGN",
             "KEYCAP DIGIT ONE", "cjk unified ideograph-4e00", "CJK UNIFIED IDEOGRAPH-4E00", "CJK UNIFIED IDEOGRAPH-04E00",
             "CJK UNIFIED IDEOGRAPH-2F00", "CJK COMPATIBILITY IDEOGRAPH-F900", "cjk compatibility ideograph-f900", "CJK COMPATIBILITY IDEOGRAPH-F901X",
             "HANGUL SYLLABLE GA", "HANGUL SYLLABLE A", "HANGUL SYLLABLE HIH", "HANGUL SYLLABLE ", "HANGUL SYLLABLE GAX", "hangul syllable ga", "",
             " ", "EURO  SIGN", "EURO SIGN ", "no such", "é", "x" * 256, "x" * 257, "NUSHU CHARACTER-1B170", "NUSHU CHARACTER-1B1700",
             "LATIN SMALL LETTER A WITH MACRON AND GRAVE"):
    print(ascii(name), ascii(attempt(unicodedata.lookup, name)))
print(attempt(unicodedata.name), attempt(unicodedata.name, "ab"), attempt(unicodedata.name, 1), attempt(unicodedata.name, "\0", 5))
print(attempt(unicodedata.lookup), attempt(unicodedata.lookup, 1), attempt(unicodedata.lookup, b"EURO SIGN"[0]))

for encoding in "ascii", "latin-1", "cp1252", "utf-8", "utf-16-le", "iso8859-5":
    print(encoding, "aé€\u0378日\ud800\U000f1234".encode(encoding, "namereplace"))
print(attempt(b"\xff".decode, "ascii", "namereplace"), attempt(b"\xff".decode, "ascii", "xmlcharrefreplace"))
print(codecs.lookup_error("namereplace")(UnicodeEncodeError("ascii", "xé€y", 1, 3, "why")), codecs.namereplace_errors.__name__)

for data in (rb"\N{EURO SIGN}x", rb"\N{euro sign}", rb"\N{NULL}", rb"\N{foo}", rb"\N{KEYCAP NUMBER SIGN}", rb"\N{", rb"\N{}", rb"\Nx", rb"\N{abc", rb"a\N{x}b"):
    for errors in "strict", "replace", "ignore", "backslashreplace":
        print(data, errors, ascii(attempt(data.decode, "unicode_escape", errors)))
decoder = codecs.getincrementaldecoder("unicode_escape")()
print([decoder.decode(piece) for piece in (b"a\\N{EU", b"RO SIGN", b"}b")])
