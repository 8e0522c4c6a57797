# test: stderr=full
# What __float__, __int__, __index__, __trunc__ and __complex__ may give, of which CPython deprecates some.
def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


class Own(float):
    def __float__(self):
        return 42.0


class Itself(float):
    def __float__(self):
        return self


class Wrong(float):
    def __float__(self):
        return 4


class Plain(float):
    pass


class Text(str):
    def __float__(self):
        return 9.5


class Gives:
    def __float__(self):
        return Own(3)


attempt(lambda: float(Own(7)))
attempt(lambda: float(Itself(7)))
attempt(lambda: float(Wrong(7)))
attempt(lambda: (float(Plain(7)), type(float(Plain(7)))))
attempt(lambda: float(Text("1")))
attempt(lambda: float(Gives()))
attempt(lambda: type(float(Gives())))
attempt(lambda: Own(7) + 1)
for text in (b"123\xa0", bytearray(b"\xff"), b"1\x00", "1\x00"):
    attempt(lambda: float(text))
attempt(lambda: float.fromhex("0x1p\uff10"))


class Truncated:
    def __trunc__(self):
        return 42


class Twice:
    def __trunc__(self):
        return Truncated()


class Index:
    def __index__(self):
        return True


class Int:
    def __int__(self):
        return False


class IntOfInt(int):
    def __int__(self):
        return True


class Half:
    def __int__(self):
        return 0.5


attempt(lambda: int(Truncated()))
attempt(lambda: int(Twice()))
attempt(lambda: int(Index()))
attempt(lambda: type(int(Index())))
attempt(lambda: [1, 2, 3][Index()])
attempt(lambda: range(Index()))
attempt(lambda: int(Int()))
attempt(lambda: (int(IntOfInt(7)), int(True)))
attempt(lambda: int(Half()))
attempt(lambda: "%d %d" % (Index(), Int()))


class Complex(complex):
    def __complex__(self):
        return 42j


class None_(complex):
    def __complex__(self):
        return None


class GivesComplex:
    def __complex__(self):
        return Complex(5)


attempt(lambda: complex(Complex(1j)))
attempt(lambda: complex(Complex(1j), 2))
attempt(lambda: complex(None_(1)))
attempt(lambda: complex(GivesComplex()))
attempt(lambda: bool(NotImplemented))
if NotImplemented:
    print("true")
for n in range(2):
    attempt(lambda: float(Gives()))


class Blocked(int):
    __bytes__ = None


attempt(lambda: bytes(Blocked(3)))
