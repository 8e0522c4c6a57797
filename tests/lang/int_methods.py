# int(): parsing and conversion; methods; subclasses.
def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


for text in ("0", "-0", "+5", " 42 ", "\t7\n", "1_000", "0x1f", "0b101", "0o17", "ff", "1__0", "_1", "1_", "", " ", "-", "+-1", "1 2", "12a", "0_0", "00",
             "\x1c12", "12\x1f", "\x1c٣", "٣\x1f", "1" * 30 + "_" + "2" * 5, "9" * 19, "1" + "0" * 19, "0" * 60 + "5", "7" * 900, "٣٤", "1\u00a0", "\u2003-9\u2003", "9" * 30, "-" + "8" * 25, "1.5", "1e5", "0x", "0b2", "0_x1", "é", "'", '"'):
    for base in (10, 0, 2, 8, 16, 36):
        show(lambda: int(text, base))
for text in ("\x1c1.5", "1.5\x1f", " 1.5\v", "\u20031.5\x85", "\x1f٣", "٣\x1c"):
    show(lambda: float(text))
    show(lambda: complex(text))
for v in (1.9, -1.9, 1e20, True, False, b"12", bytearray(b"-7"), "5", 3):
    show(lambda: int(v))
for args in (("5", 1), ("5", 37), ("5", -1), (5, 10), (1.5, 10), (None,), ([],), (float("inf"),), (float("nan"),), (1, 2, 3), (b"ff", 16), (b"\xff",), (1j,), ("1", "2")):
    show(lambda: int(*args))
show(lambda: int())
show(lambda: int(base=10))
show(lambda: int("11", base=2))
show(lambda: int(x=5))
for n in (0, 1, -1, 127, 128, -128, -129, 255, 256, -256, 65535, 2**64, -2**64, 2**70 + 3):
    for size in (1, 2, 9):
        for order in ("big", "little"):
            for signed in (False, True):
                show(lambda: n.to_bytes(size, order, signed=signed))
show(lambda: (5).to_bytes())
show(lambda: (5).to_bytes(-1, "big"))
show(lambda: (5).to_bytes(1, "middle"))
show(lambda: (0).to_bytes(0, "big"))
for data in (b"", b"\x00", b"\xff", b"\x80\x00", b"\x01" * 9, [1, 2, 3], bytearray(b"\xfe\xff")):
    show(lambda: (int.from_bytes(data, "big"), int.from_bytes(data, "little"), int.from_bytes(data, "big", signed=True), int.from_bytes(data, "little", signed=True)))
show(lambda: int.from_bytes("x", "big"))
show(lambda: int.from_bytes(5, "big"))
print((12345).__round__(-2), round(15, -1), round(25, -1), round(-15, -1), round(2**70, -10), round(5, 3), round(7, -5))
print((5).as_integer_ratio(), (5).__trunc__(), (5).__floor__(), (5).__ceil__(), (5).__index__(), (5).__int__(), (5).__float__(), (5).__pow__(2, 3), (5).__rpow__(2))
print((5).__add__(1.0), (5).__radd__(3), (5).__eq__("x"), (5).__lt__(6), (5).__divmod__(3), (5).__rdivmod__(13), (7).__and__(3), (5).__bool__(), (5).__neg__())


class Celsius(int):
    def __repr__(self):
        return f"Celsius({int(self)})"

    def degrees(self):
        return self * 2


c = Celsius("21")
print(c, repr(c), str(c), c + 1, type(c + 1).__name__, c == 21, hash(c) == hash(21), c.degrees(), {c: 1}[21], int(c), type(int(c)).__name__, isinstance(c, int), [0] * Celsius(2))
print(Celsius.from_bytes(b"\x05", "big"), type(Celsius.from_bytes(b"\x05", "big")).__name__, Celsius(2**80), Celsius(2**80) + 1, f"{c:05d}", "%d" % c, c.bit_length(), range(Celsius(3)))
print(True + True, True & False, True | 2, True ^ True, type(True & True).__name__, ~True, -True, True * 3, bool("x"), bool([]), bool(0.0), bool(None), str(True), repr(False), f"{True:d}", True == 1, hash(True))
show(lambda: bool(1, 2))
show(lambda: type("B", (bool,), {}))
