# complex: parsing, repr of signed parts, arithmetic with other types, powers, format, errors.
def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)), end="; ")
    except Exception as e:
        print(type(e).__name__, e, end="; ")


for t in ("1", "1j", "1+2j", "-1-2j", " 1+2j ", "(1+2j)", "( 1+2j )", "1 + 2j", "j", "+j", "-j", "1+j", "1J", "1e3+1e-2j", "nan", "inf+nanj", "infj", "-infinity-infinityj", "1_0+2_0j", "", "()", "1+", "1+2", "1j+2", "j1", "1++2j", "1+-2j", "(1+2j", "1_", "1.5.j", "0x1j"):
    show(complex, t)
print()
for a in ((), (1,), (1.5, 2), (1j,), (1j, 1j), (1 + 2j, 3 + 4j), ("1", 2), (1, "2"), (None,), ([],), (1, None), (True, False), (10 ** 400,), (b"1",)):
    show(complex, *a)
show(complex, real=1)
show(complex, imag=2)
show(complex, real=1j, imag=2)
show(complex, x=1)
show(complex, 1, 2, 3)
print()
inf, nan = float("inf"), float("nan")
for z in (0j, -0j, complex(0, -0.0), complex(-0.0, 0), complex(-0.0, -0.0), 1j, -1j, 1 - 1j, 1e20 + 1e-10j, complex(nan, inf), complex(inf, -inf), complex(0, nan), complex(1.0, 1e16), complex(0.1, 100000)):
    print(repr(z), str(z), z.real, z.imag, z.conjugate(), abs(z), bool(z), z == z, -z, +z)
a, b = 3 + 4j, 1 - 2j
print(a + b, a - b, a * b, a / b, a ** b, a ** 2, a ** -1, a ** 0, a ** 0.5, 2 ** a, 1 + a, 1.5 * a, a / 2, 2 / a, a == 3, 3 + 0j == 3, hash(3 + 0j) == hash(3), hash(1j), hash(1 + 1j), hash(-1j), hash(a))
for f in (lambda: a < b, lambda: a // b, lambda: a % b, lambda: divmod(a, b), lambda: a / 0, lambda: 0j ** -1, lambda: 0j ** 1j, lambda: 0j ** 0, lambda: 1 < 1j, lambda: int(1j), lambda: float(1j), lambda: abs(complex(1e308, 1e308)), lambda: round(1j), lambda: a + "x", lambda: pow(a, 2, 3), lambda: (1e300 + 1e300j) ** 2, lambda: ~a, lambda: a.foo, lambda: max(a, b), lambda: sorted([a, b]), lambda: [1][1j], lambda: range(1j)):
    show(f)
print()
for spec in ("", ".2f", "+.1e", "10", "<30", ">30.3f", "^40.2f", "g", ".3", ",", ",.2f", "_.1f", "#.3g", "+", " ", "010", "=10", "d", "s", "%", "x", "n", "e"):
    show(format, 12345.678 - 2.5j, spec)
print()
print(f"{1j}", f"{1+2j:.1f}", "%s %r" % (1j, 1 + 1j), "{0.real} {0.imag}".format(1 + 2j), (0.5 + 2j).__getnewargs__(), complex.__mro__)
show(lambda: "%d" % 1j)
show(lambda: "%f" % 1j)


class C:
    def __complex__(self):
        return 5 + 6j


class F:
    def __float__(self):
        return 2.5


class I:
    def __index__(self):
        return 3


class Bad:
    def __complex__(self):
        return 3.0


class Sub(complex):
    pass


show(complex, C())
show(complex, F())
show(complex, I())
show(complex, F(), I())
show(complex, 1, C())
show(complex, Bad())
show(Sub, 1, 2)
print(type(Sub(1) + 1), type(complex(Sub(1))), sum([1j, 2, 3.5]), sum([1j] * 3, 1), {1: "a", 1 + 0j: "b", 1.0: "c"}, (1j).__eq__("x"), 1j .__add__(None))
x = 1 + 1j
x += 1
x *= 2j
x -= 1.5
x /= 2
x **= 2
print(x, [1j, 2].index(2), 1j in {1j}, complex("1e-400+1e400j"), (-1) ** 0.5, (-8) ** (1 / 3), (1 + 2j) ** 3, (1 + 2j) ** 100, (1.5 + 0.5j) ** 7, 1j ** 2)
