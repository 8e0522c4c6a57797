"""punycode and idna: texts of RFC 3492 and others, pieces, errors; random texts and bytes; the tables of stringprep."""
import codecs
import encodings.idna
import hashlib
import random
import stringprep


def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        cause = e.__cause__
        return f"{type(e).__name__}: {e}" + (f" from {cause!r}" if cause else "")


for text in ("", "abc", "-", "bücher", "ليهمابتكلموشعربي؟", "他们为什么不说中文", "Pročprostěnemluvíčesky", "3年B組金八先生", "-> $1.00 <-é", "😀", "\ud800"):
    data = text.encode("punycode")
    print(ascii(text), data, data.decode("punycode") == text)
for data in (b"abc", b"a-b", b"bcher-kva", b"BCHER-KVA", b"\xff-a", b"a-\xff", b"a-!", b"99999999", b"a--", b"-", b"zzzzzzzzzzz-99999999a"):
    for errors in ("strict", "ignore", "replace", "backslashreplace"):
        print(data, errors, ascii(attempt(data.decode, "punycode", errors)))

for name in ("", ".", "a", "a.", "..", ".a", "www.python.org", "bücher.example", "Bücher.EXAMPLE.", "faß.de", "日本語。ＪＰ", "пример．испытание", "a" * 64,
             "a" * 63 + ".b", "é" * 60, "xn--é", "a\u00adb", "\u00ad", "א1", "אa", "1א", "x\u0340é", "\ud800", "İstanbul", "ǰ", "ﬁ", "Ⅷ", "℀", "㍱",
             "é..b", "é.", "\U0001d400é"):
    print(ascii(name), ascii(attempt(name.encode, "idna")))
for data in (b"", b".", b"a", b"xn--bcher-kva.example", b"XN--BCHER-KVA", b"xn--bcher-kva.", b"xn--", b"xn--a", b"xn--\xff", b"\xe9", b"xn--fa-hia.de",
             b"xn--bcher-kva..b", b"xn--99999999"):
    print(data, ascii(attempt(data.decode, "idna")))
print(attempt("é".encode, "idna", "ignore"), attempt(b"xn--".decode, "idna", "replace"), attempt("a".encode, "IDNA", "x"))

print([codecs.lookup(name).name for name in ("idna", "IDNA", "punycode", "Punycode")], attempt(codecs.lookup, "puny code"))
info = codecs.lookup("idna")
print(info.encode("é.b"), info.decode(b"xn--9ca.b"), codecs.encode("é", "idna"), codecs.decode(b"xn--9ca", "idna"), str(b"xn--9ca", "idna"))
encoder = codecs.getincrementalencoder("idna")()
print([encoder.encode(piece) for piece in ("bü", "cher", ".ex", "é.", "x")], encoder.encode("", True))
decoder = codecs.getincrementaldecoder("idna")()
print([decoder.decode(piece) for piece in (b"xn--bch", b"er-kva", b".ex.", b"xn--9")], decoder.decode(b"ca", True))
print(b"".join(codecs.iterencode(["é", "日"], "punycode")), list(codecs.iterdecode([b"9ca", b"wgv"], "punycode")))
print(encodings.idna.nameprep("ＡßİX"), encodings.idna.ToASCII("é"), encodings.idna.ToUnicode("xn--9ca"), encodings.idna.ToUnicode(b"b"))
print(encodings.normalize_encoding("ISO 8859--1"), encodings.normalize_encoding("a.b é"))

R = random.Random(3)
letters = list("abXY019-. ") + ["ü", "ß", "日", "。", "א", "ب", "Ａ", "İ", "\u200d", "\xad", "𐐀", "😀", "ﬁ", "xn--", "\ud800"]
checks = []
for _ in range(1500):
    text = "".join(R.choice(letters) for _ in range(R.randrange(7)))
    data = bytes(R.choice(b"abz019-A.!\xff") for _ in range(R.randrange(8)))
    checks += [text.encode("punycode"), attempt(text.encode, "idna"), attempt(data.decode, "punycode", R.choice(("strict", "ignore", "replace"))),
               attempt((b"xn--" + data).decode, "idna"), attempt((b"xn--" + text.encode("punycode")).decode, "idna")]
for check in checks[::150]:
    print(ascii(check))
print(hashlib.sha256(repr(checks).encode("utf-8", "surrogatepass")).hexdigest())

for name in sorted(n for n in dir(stringprep) if n.startswith(("in_table", "map_table"))):
    table = getattr(stringprep, name)
    answers = [table(chr(c)) for c in (*range(0x250), *range(0x370, 0x3000, 3), *range(0xF000, 0x10000, 7), *range(0x1D400, 0x1D500, 3), 0xE0001)]
    print(name, hashlib.sha256(repr(answers).encode("utf-8", "surrogatepass")).hexdigest()[:16])
