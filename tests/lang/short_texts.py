"""Texts of few characters: joined, concatenated, formatted."""
for n in (0, 5, 9, 10, 11, 99, 100, 101, 999, 1000, 9999, 10000, 10001, 123456, 9999999, 10000000, 12345678, 99999999, 100000000, 123456789, 2 ** 62 - 1, 2 ** 62, 10 ** 20):
    for m in (n, -n):
        texts = [str(m), repr(m), f"{m}", "%d" % m, "%s" % m, "{}".format(m), f"<{m}>", format(m), str([m])]
        if any(text.strip("<>[]") != texts[0] or int(text.strip("<>[]")) != m or hash(text.strip("<>[]")) != hash(texts[0]) for text in texts):
            print("wrong", m, texts)
    print(texts[0], len(texts[0]), end=" ")
print()
pieces = ["", "a", "ab", "abcdefg", "abcdefgh", "abcdefghi", "x" * 15, "y" * 16, "z" * 17, "\u00e9", "\u00e9" * 9, "\u20ac", "\U0001f600" * 3]
for left in pieces:
    for right in pieces:
        whole = left + right
        assert len(whole) == len(left) + len(right) and whole[:len(left)] == left and whole[len(left):] == right
        assert whole.isascii() == (left.isascii() and right.isascii())
        both = f"{left}{right}"
        assert both == whole and hash(both) == hash(whole), (left, right)
        for third in pieces:
            assert f"{left}{right}{third}" == whole + third == "".join([left, right, third]) == "%s%s%s" % (left, right, third)
            assert f"<{left}|{third}>" == "<" + left + "|" + third + ">" == "<%s|%s>" % (left, third)
print(len("".join(f"{p}{p}" for p in pieces)))
for text in ("a b", "ab abcdef abcdefg abcdefgh abcdefghi", "  x  yy  ", "a,,bb,ccc,dddddddd,", ",", "\u00e9,a"):
    print(text.split(), text.split(","), text.split(None, 1), text.split(",", 2), text.rsplit(",", 1), text.partition(","))

# % of texts: where directives begin
for form, values in (("%%", ()), ("100%%", ()), ("%s", ("a",)), ("a%sb%sc", (1, 2)), ("12345678%s", "x"), ("1234567%s8", "x"), ("%d%%", 5),
                     ("%s" * 9, tuple(range(9))), ("\u00e9%s\u20ac%d", ("a", 7)), ("no directive at all", ()), ("%5d|%-5d|%05d", (1, 2, 3)),
                     ("%d", 99999999), ("%d", 100000000), ("%d", -5), ("%s%s", ("\u00e9", "\u20ac")), ("%", ()), ("abc%", ()), ("%s", ()), ("", (1,))):
    try:
        print(form % values)
    except (TypeError, ValueError) as error:
        print(repr(form), type(error).__name__, error)

# Few digits after the point, rounded to even where a number lies in the middle exactly.
for number in (0.0, -0.0, 0.5, 1.5, 2.5, -0.5, 0.125, 0.375, 0.625, 2.675, 1.005, 1e-5, 5e-10, 4.9999999e-10, 0.1, 1 / 3, 2 / 3, 99.995, 999.9995,
               123456789.987654321, 8589934591.5, 8589934592.5, 17179869183.99999, 17179869184.25, 1e10, 1e15, 1e22, 1e300, -1.25, -1.35, 0.9999999999,
               1e-30, 5e-324, 1.7976931348623157e308, float("inf"), float("nan")):
    print(*(f"{number:.{digits}f}" for digits in range(11)), "%.2f %8.3f %-8.1f|%+.0f" % (number, number, number, number), round(number, 2), round(number, 1), format(number, ",.2f"))

# repr() of texts in which nothing is escaped, and in which something is, at each place of a word.
for n in range(20):
    for c in "'\"\\\n\t\x00\x1f\x7f ~\x80\u00e9\u20ac\U0001f600":
        for at in {0, n // 2, n - 1}:
            if 0 <= at < n:
                text = "x" * at + c + "y" * (n - at - 1)
                print(repr(text), ascii(text), end=" ")
    print(repr("z" * n), ascii("z" * n), [repr(b"z" * n)])

# Bytes taken apart: few pieces and many.
for n in (0, 1, 2, 15, 16, 17, 40):
    raw = b",".join([b"ab"] * n)
    print(raw.split(b",") == [b"ab"] * n, len(raw.split(b",", 3)), raw.rsplit(b",", 1), raw.replace(b",", b" ").split() == [b"ab"] * n, bytearray(raw).split(b",")[-1:])
for encoding in ("utf-8", "UTF-8", "utf8", "ascii", "latin-1", "utf-16", "nothing"):
    try:
        print(encoding, "a\u00e9".encode(encoding), "a\u00e9".encode(encoding).decode(encoding))
    except (LookupError, UnicodeError) as error:
        print(encoding, type(error).__name__, error)
print("%s %s" % (1, -1), "%s" % 10 ** 8, b"%d" % 7, "%s" % True, "%s%%" % 5)
try:
    print(b"%s" % 7)
except TypeError as error:
    print(error)
for raw in (b"", b",", b"a", b"a,b", b"\x00,\x00", b"1234567,", b"12345678,9", b",,,,,,,,,", b"\xff\x2c\xac" * 5, b"x" * 30):
    for limit in (-1, 0, 1, 3):
        print(raw.split(b",", limit), raw.split(b"\x00", limit), bytearray(raw).split(b"\xff", limit), end=" ")
    print()
