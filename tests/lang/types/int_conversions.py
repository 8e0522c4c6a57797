# int(): texts in every base, bytes, underscores, objects with __int__/__index__/__trunc__; int methods and their errors.
def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


for text in ("0", " 12 ", "\t-7\n", "+5", "1_000", "1__0", "_1", "1_", "", " ", "-", "+-1", "0x1f", "0b1", "٣٤", "1²", "x", "1.0", "1e3", "\u00a042\u2003", "9" * 40, "0_0"):
    show(int, text)
for text, base in (("ff", 16), ("0xFF", 16), ("0xff", 0), ("0b101", 0), ("0o17", 0), ("017", 0), ("00", 0), ("0", 0), ("z", 36), ("Zz", 36), ("2", 2), ("1", 1), ("1", 37), ("1", -1), ("0b2", 0), ("1_0", 2), ("0x_f", 16), ("0x", 16), ("", 10), ("-0x10", 0), (" 0B11 ", 2), ("b1", 16), ("0b1", 16), (b"77", 8), (bytearray(b"zz"), 36), ("12", 10 ** 30)):
    show(int, text, base)
show(int, b"12")
show(int, bytearray(b" -3 "))
show(int, memoryview(b"45"))
show(int, b"\xff")
show(int, "1\x002")
show(int, 5, 10)
show(int, "5", "10")
show(int, base=10)
show(int, "7", base=8)
show(int, None)
show(int, [])
show(int, 1j)
show(int)
show(int, "1", 2, 3)
show(int, x=1)
for v in (1.9, -1.9, 1e20, float("inf"), float("nan"), True, -0.0):
    show(int, v)


class ByInt:
    def __int__(self):
        return 42


class ByIndex:
    def __index__(self):
        return 43


class ByTrunc:
    def __trunc__(self):
        return 44


class Wrong:
    def __int__(self):
        return "x"


class WrongIndex:
    def __index__(self):
        return 1.5


class Sub(int):
    def __repr__(self):
        return f"Sub<{int(self)}>"


class GivesSub:
    def __index__(self):
        return Sub(9)


for v in (ByInt(), ByIndex(), Wrong(), WrongIndex(), Sub(3)):
    show(int, v)
print(type(int(Sub(3))), type(Sub(3) + 1), Sub("11", 2), [10, 20, 30, 40][ByIndex() - 42] if hasattr(int, "x") else None)
show(lambda: [1, 2][ByIndex()])
show(lambda: range(100)[ByIndex()])
for v, a in ((5, ()), (255, ()), (-256, ()), (2 ** 100, ()), (0, ())):
    print(v.bit_length(), v.bit_count(), v.conjugate(), v.real, v.imag, v.numerator, v.denominator, v.as_integer_ratio())
show((1000).to_bytes, 2, "big")
show((1000).to_bytes, 4, "little")
show((1000).to_bytes, 1, "big")
show((-1).to_bytes, 2, "big")
show((-1).to_bytes, 2, "big", signed=True)
show((128).to_bytes, 1, "big", signed=True)
show((-129).to_bytes, 1, "big", signed=True)
show((5).to_bytes)
show((5).to_bytes, length=3)
show((5).to_bytes, -1, "big")
show((5).to_bytes, 1, "middle")
show((0).to_bytes, 0, "big")
show((2 ** 64 - 1).to_bytes, 8, "little")
show(int.from_bytes, b"\x01\x02", "big")
show(int.from_bytes, b"\x01\x02", "little")
show(int.from_bytes, b"\xff\xfe", "big", signed=True)
show(int.from_bytes, [1, 2, 3])
show(int.from_bytes, b"")
show(int.from_bytes, "ab", "big")
show(int.from_bytes, [256], "big")
show(int.from_bytes, b"\x80" * 20, "little", signed=True)
show(Sub.from_bytes, b"\x07", "big")
show((5).bit_length, 1)
show(lambda: 5 .foo)
show(setattr, 5, "x", 1)
print(int.__doc__.split("\n")[0], int.__name__, int.__mro__, isinstance(True, int), issubclass(bool, int))
