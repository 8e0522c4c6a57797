"""Splitting, replacing, formatting and encoding of short texts, where there is a way of their own: at its limits, and just beyond."""
import random

rng = random.Random(7)


def outcome(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__, str(error)


def split_slowly(text, separator, most):
    pieces, start = [], 0
    while most != 0:
        i = start
        while i + len(separator) <= len(text) and text[i:i + len(separator)] != separator:
            i += 1
        if i + len(separator) > len(text):
            break
        pieces.append(text[start:i])
        start, most = i + len(separator), most - 1
    return pieces + [text[start:]]


# Needles of all lengths the short way takes and one more, in texts of few different characters, so that hits overlap.
for length in (1, 2, 3, 4, 7, 8, 9):
    for _ in range(300):
        text = "".join(rng.choice("aab\x01") for _ in range(rng.randrange(60)))
        needle = text[-length:] if rng.randrange(2) and len(text) >= length else "".join(rng.choice("ab\x01") for _ in range(length))
        for most in (-1, 0, 1, 2):
            expected = split_slowly(text, needle, most)
            assert text.split(needle, most) == expected, (text, needle, most)
            assert text.encode().split(needle.encode(), most) == [piece.encode() for piece in expected]
            for fresh in ("", "x", needle, "longer than that", "é"):
                assert text.replace(needle, fresh, most) == fresh.join(expected), (text, needle, fresh, most)
        assert text.split(needle) == split_slowly(text, needle, -1)
        assert text.replace(needle, "") == "".join(text.split(needle))
        assert text.find(needle) == (-1 if len(expected) == 1 else len(text.split(needle)[0]))
        assert bytearray(text.encode()).split(needle.encode()) == text.encode().split(needle.encode())
many = "ab, " * 100
print(len(many.split(", ")), many.replace(", ", ";")[:20], len(many.replace("ab", "")), many.replace(", ", "", 33)[60:72], many.replace("b, ", "", 32) == many[:0] + "a" * 32 + many[128:])
print("aa".replace("aa", "b"), repr("aa".replace("aa", "")), "aba".replace("ab", ""), "é, a".split(", "), "a: b".split("é"), ": ".split(": "), "".split(": "))
for arguments in ((",", None), (",", "x"), ("",), (1,), (None, 1), (None, -1), (",", 1.5), (b",",)):
    print(outcome(lambda: "a,b c".split(*arguments)), outcome(lambda: b"a,b c".split(*[a.encode() if isinstance(a, str) else a for a in arguments])))
print(outcome(lambda: "a".replace("a")), outcome(lambda: "a".replace(1, "b")), outcome(lambda: "a".replace("a", None)), outcome(lambda: "a".replace("", "-", 5)))


class Text(str):
    pass


class Raw(bytes):
    pass


print(Text("a: b").split(Text(": ")), type(Text("ab").replace("ab", "cd")), Text("a").encode(Text("utf-8")), Raw(b"a,b").split(Raw(b",")), type(Raw(b"") + b"x"), type(b"x" + Raw(b"")))

# %: widths, decimals, where the room of the short way ends.
for form in ("%s", "%d", "%5d", "%40d", "%41d", "%.2f", "%5.2f", "%f", "%.f", "%.0f", "%.15f", "%.16f", "%12.3f|", "a%1db", "%5.2d", "%5s", "%.2s", "%05d", "%-5d|", "%5.2f%%", "%5", "%5.", "%.", "%5.2", "%99999999999999999999f"):
    for value in (0, 7, -7, 12345678, 99999999, 100000000, 2 ** 62, True, 0.0, -0.0, 2.5, -0.004, 999999999999999.0, 1e15, 1e300, float("inf"), float("nan"), "text", "é", None):
        print(outcome(lambda: form % value), outcome(lambda: ("<" + form + ">") % (value,)), end=" ")
    print(outcome(lambda: form % ()), outcome(lambda: form % (1, 2)), outcome(lambda: form % {"a": 1}))
for n in range(90, 140):
    text = "x" * n
    assert "%s" % text == text and (text + "%s") % 5 == text + "5" and ("%s" + text) % "ab" == "ab" + text and ("%s%.1f" % (text, 2.5)) == text + "2.5"
    assert ("%s, %s!" % (text, "é")) == text + ", é!" and (text + "%%%d") % n == text + "%" + str(n)
print("%(a)s %(b)5.1f" % {"a": 1, "b": 2}, "%s" % {}, "%s %s" % ("a", [1]), "%d%s" % (3, "z"), "{} {:>3}{}".format(5, 6, 123456789), "{}".format(-5), "{}".format(True))


class Number(float):
    def __repr__(self):
        return "Number"


print("%.1f %s" % (Number(1.25), Number(2)), "%d" % Number(3.7), "%s" % Text("ab"))

# Bytes of all lengths about a word; what is not UTF-8.
for left in range(12):
    for right in range(12):
        a, b = bytes(range(left)), bytes(range(100, 100 + right))
        both = a + b
        assert list(both) == [*range(left), *range(100, 100 + right)] and len(both) == left + right and hash(both) == hash(bytes([*a, *b]))
        assert both.decode().encode("utf-8") == both and both.decode("ascii") == both.decode("utf-8") == both.decode("UTF8")
for raw in (b"\xff", b"abc\x80", "é€".encode(), b""):
    print(outcome(lambda: raw.decode()), outcome(lambda: raw.decode("utf-8")), outcome(lambda: raw.decode("utf-8", "replace")), outcome(lambda: raw.decode("latin-1")), outcome(lambda: raw.decode(None)))
for text in ("é", "\ud800", "a", ""):
    print(outcome(lambda: text.encode()), outcome(lambda: text.encode("utf-8")), outcome(lambda: text.encode("utf-16")), outcome(lambda: text.encode("ascii", "ignore")), outcome(lambda: text.encode(5)), outcome(lambda: text.encode("none")))
print(outcome(lambda: b"a" + "a"), outcome(lambda: b"a" + 1), b"a" + bytearray(b"b"), b"" + b"", [hash(n) for n in (2 ** 62, -2 ** 62 - 1, 2 ** 63 - 1, -2 ** 63)], 2 ** 62 - 1 + 1, -2 ** 62 - 1)
