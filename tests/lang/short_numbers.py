"""Floats of few digits as texts, which come without the search for the shortest; and bytes of one byte."""
import random


def floats():
    random.seed(5)
    for value in (0.0, -0.0, 1.0, 2.5, -2.5, 0.1, 0.2, 0.3, 0.1 + 0.2, 1 / 3, 1e-4, 9.9e-5, 0.0001, 0.00011, 0.000123, 1e-5, 123456.789, 999999999.0, 999999999.999999, 1e9, 1e15, 1e16,
                  123456789.123456, 123456789.1234567, 0.123456, 0.1234567, 0.999999, 0.9999995, 0.9999999, 1.0000005, 5e-324, 1.7976931348623157e308, 2.0 ** 52 + 0.5, 3.14159265):
        print(repr(value), str(-value), float(repr(value)) == value)
    wrong = 0
    for _ in range(20000):
        digits = random.randrange(0, 7)
        text = f"{random.randrange(10 ** random.randrange(1, 10))}.{random.randrange(10 ** digits):0{max(digits, 1)}d}"
        value = float(text)
        stripped = text.rstrip("0")
        stripped = stripped + "0" if stripped.endswith(".") else stripped
        if value >= 1e-4 and repr(value) != stripped:
            wrong += 1
            print(text, repr(value))
        for step in (1 + 2.0 ** -52, 1 - 2.0 ** -53):
            wrong += float(repr(value * step)) != value * step or (value != 0 and repr(value * step) == repr(value))
    print(wrong)
    numbers = [random.random() * 10 ** random.randrange(-6, 12) for _ in range(300)] + [n / 8 for n in range(100)]
    print(numbers)


def short_bytes():
    every = bytes(range(256))
    ones = [every[i:i + 1] for i in range(256)]
    print(b"".join(ones) == every, len(set(ones)), [hash(b) == hash(bytes([i])) for i, b in enumerate(ones)].count(False))
    print(b"a,b,,c".split(b","), b"".split(b","), b" a  b ".split(), b"x".partition(b"y"), bytes(), bytes(1), b"\xff" + b"", b"" + b"q")
    grown = b"a"
    grown += b"b"
    print(grown, b"a", every[97:98], bytearray(b"a") + b"b", bytearray(every[97:98]) * 3, every[97:98])

    class Own(bytes):
        pass

    own = Own(b"a")
    own.name = "mine"
    print(own, own.name, type(own), own == b"a", type(own[:]), b"%c" % 97, b"a".decode(), "a".encode(), "".encode() == b"")
    print(b"abc".decode("utf-8"), "abc".encode("utf-8"), "é".encode("utf-8"), b"\xc3\xa9".decode("utf-8"), b"utf-8".decode("UTF-8"), "x".encode("utf8"), "x".encode("utf-16-le"))
    for wrong in (lambda: b"\xff".decode("utf-8"), lambda: "x".encode("utf-9"), lambda: "\ud800".encode("utf-8"), lambda: b"a" + 1, lambda: b"a".split(1), lambda: b"a".join([1])):
        try:
            wrong()
        except (ValueError, LookupError, TypeError) as e:
            print(type(e).__name__, e)


floats()
short_bytes()
