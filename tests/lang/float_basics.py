# float: repr, parsing, arithmetic, comparison with ints, methods.
import sys


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


inf, nan = float("inf"), float("nan")
values = [0.0, -0.0, 1.0, -1.0, 0.1, 1 / 3, 2.5, -7.25, 1e16, 1e15, 123456789012345680.0, 1e22, 1e23, 1e-4, 1e-5, 5e-324, 1.7976931348623157e308, 2.0**53, 2.0**63,
          9007199254740993.0, 1e100, 3.14159, 100.0, inf, -inf, nan]
for v in values:
    print(v, repr(v), str(v), -v, abs(v), bool(v), v.is_integer(), hash(v) if v == v else "nan", v.hex())
    show(lambda: int(v))
    show(lambda: round(v))
    show(lambda: (round(v, 2), round(v, -2), round(v, 400), round(v, -400)))
    show(lambda: v.as_integer_ratio())
    for w in (0.0, 1.0, -2.5, 3, -7, 0.1, inf, nan, 10**20):
        print(v + w, v - w, v * w, v < w, v <= w, v == w, v != w, v > w, v >= w, w < v, w == v, end=" ")
        show(lambda: (v / w, v // w, v % w, divmod(v, w)))
        show(lambda: v ** w)
        show(lambda: w ** v)
for n in (2**53, 2**53 + 1, 2**63, 2**64 + 1, 10**22, 10**23, 10**400, -10**400):
    for f in (float(2**53), 2.0**63, 2.0**64, 1e22, 1e23, inf, -inf, nan):
        print(n == f, n < f, n > f, f <= n, f != n, end=" ")
    print()
for text in ("1", "-1.5", "+2.5e3", ".5", "5.", "1e5", "1E-5", " 7 ", "inf", "-Infinity", "nan", "1_000.5", "1__0", "_1", "1e", "e5", "", ".", "0x10", "1e400", "1e-400", "-1e-400",
             "0." + "0" * 320 + "1", "1" + "0" * 310, "٣.٥", "infin", "1.5.2", "--1", "1 2", "12345678901234567890.5", "0.1e-1_0", "1._5", "4.9e-324", "2.4703282292062328e-324", "2.47e-324"):
    show(lambda: float(text))
for args in ((), (1, 2), ([],), (None,), (b"1.5",), (bytearray(b"2"),), (True,), (10**400,), (1j,), ("x",)):
    show(lambda: float(*args))
for text in ("0x1.8p3", "-0x.1p4", "1.5", "0x1p-1074", "0x1p-1075", "0x1.8p-1075", "0x1p1024", "0x1.fffffffffffff8p1023", "inf", "-nan", "0x", "p3", "0x1p", "  0xap2 ", "0x1.00000000000008p0", "0x1.000000000000081p0"):
    show(lambda: float.fromhex(text))
print(0.1 + 0.2, 1e308 * 10, -1e308 * 10, 1.5 // 0.5, 7.5 % 2, -7.5 % 2, 7.5 % -2, -7.5 // 2, 2.0 ** 0.5, 2 ** 0.5, (-8) ** (1 / 3))
print(round(0.5), round(1.5), round(2.5), round(-0.5), round(2.675, 2), round(1e300, -299), round(123.456, -1), round(5e-324, 323), round(1.5, None), round(0.15, 1), round(-1.25, 1))
show(lambda: round(inf))
show(lambda: round(nan))
show(lambda: round(1.7e308, -308))
show(lambda: 0.0 ** -1)
show(lambda: 10.0 ** 400)
show(lambda: 1.0 % 0)
print(float.__getformat__("double"), sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, 1.5.conjugate(), 2.5.real, 2.5.imag, (2.5).__trunc__(), (-2.5).__floor__(), (2.5).__ceil__())


class Metres(float):
    pass


m = Metres("2.5")
print(m, repr(m), m + 1, type(m + 1).__name__, m == 2.5, hash(m) == hash(2.5), int(m), m.is_integer(), f"{m:.3f}", {2.5: "x"}[m], m.hex(), Metres.fromhex("0x1p1"), type(Metres.fromhex("0x1p1")).__name__)
