"""unicodedata: every property of every character, of today's version and of 3.2."""
import hashlib
import sys
import unicodedata


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


old = unicodedata.ucd_3_2_0
print(unicodedata.unidata_version, old.unidata_version, type(old), type(old) is unicodedata.UCD)
everything = [chr(code) for code in range(0, sys.maxunicode + 1) if code < 0x3400 or code % 5 == 0 or 0x1d000 <= code < 0x20000]
for database in unicodedata, old:
    for name in "category", "bidirectional", "combining", "east_asian_width", "mirrored", "decomposition":
        function = getattr(database, name)
        print(name, hashlib.sha256(repr([function(c) for c in everything]).encode()).hexdigest()[:20])
    for name in "decimal", "digit", "numeric":
        function = getattr(database, name)
        print(name, hashlib.sha256(repr([function(c, None) for c in everything]).encode()).hexdigest()[:20])
    for form in "NFC", "NFD", "NFKC", "NFKD":
        texts = [database.normalize(form, c) for c in everything]
        print(form, hashlib.sha256("".join(texts).encode("utf-8", "surrogatepass")).hexdigest()[:20],
              sum(database.is_normalized(form, c) for c in everything[::50]))
print([old.normalize("NFD", c) == unicodedata.normalize("NFD", c) for c in "\U0002f868é\ufb1d\u0958"])
print(old.name("a"), attempt(old.name, "\u0221"), attempt(unicodedata.name, "\u0221"), old.lookup("EURO SIGN"), attempt(old.lookup, "LATIN SMALL LETTER D WITH CURL"))
print(old.decimal("²"), attempt(unicodedata.decimal, "²"), attempt(old.numeric, "\u0bf0"), attempt(unicodedata.digit, "x"), unicodedata.numeric("½", 1))
print(attempt(unicodedata.normalize, "NFX", "é"), attempt(unicodedata.normalize, "NFX", "e"), attempt(unicodedata.normalize, "NFC", 1), attempt(old.category, "ab"))
