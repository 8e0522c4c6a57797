# complex: arithmetic, text, construction, comparison.
def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


inf, nan = float("inf"), float("nan")
values = [0j, 1j, -1j, 1 + 2j, -3.5 + 0.25j, complex(0, -0.0), complex(-0.0, 0), complex(inf, 1), complex(1, nan), 1e300 + 1e300j, 3 + 0j]
for a in values:
    print(a, repr(a), a.real, a.imag, a.conjugate(), -a, +a, bool(a))
    show(lambda: abs(a))
    for b in (1 + 1j, 2, 0.5, 0j, -1j, 10**20):
        show(lambda: a + b)
        show(lambda: b - a)
        show(lambda: a * b)
        show(lambda: a / b)
        show(lambda: b / a)
        show(lambda: a == b)
    for n in (0, 1, 2, -1, 3, 0.5, 1j):
        show(lambda: a ** n)
for args in (("1+2j",), ("-j",), ("j",), ("1",), ("1e5-3.5j",), (" (1+2j) ",), ("1 + 2j",), ("",), ("x",), ("1+2",), ("infj",), ("nan+infj",), ("1_0+2_0j",), (1, 2), (1.5,), (1j, 1j), ("1", 2), (1, "2"),
             ([],), (1, []), (1, 2, 3), (), (True,), (10**400,), ("+1-1j",), ("(1",)):
    show(lambda: complex(*args))
show(lambda: complex(real=1, imag=2))
for op in ("//", "%", "<", ">="):
    show(lambda: eval_op(op))


def eval_op(op):
    a, b = 1j, 2
    return {"//": lambda: a // b, "%": lambda: a % b, "<": lambda: a < b, ">=": lambda: a >= b}[op]()


for op in ("//", "%", "<", ">="):
    show(lambda: eval_op(op))
show(lambda: int(1j))
show(lambda: float(1j))
show(lambda: pow(1j, 2, 3))
print(hash(3 + 0j) == hash(3), hash(1.5 + 0j) == hash(1.5), {1: "a"}[1 + 0j], 1 + 0j == True, 2**70 == complex(2**70), hash(1 + 2j))
for spec in ("", ".2f", ">20.3f", "e", "g", "+.1f", ",", "<15", "^20", "*^20.2", "05", "=10", "d", "%", "#.0f", "G"):
    show(lambda: format(1234.5 - 2.25j, spec))


class Point(complex):
    pass


p = Point(1, 2)
print(p, p + 1, type(p + 1).__name__, p.real, p == 1 + 2j, abs(Point(3, 4)))
