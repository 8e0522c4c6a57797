# Classes whose names stand nowhere in the text, and operators behind functions: what makes an instance brings all of it.
import operator


def kinds(*values):
    print([(type(v).__name__, type(v).__base__.__name__) for v in values])


kinds(2j, iter({}), {}.items(), (i for i in ()), lambda: 0, [].append, 1 .__add__, b"", ..., {1}, slice(1), iter(b""), iter(""), iter(()))
z = 2j + 1
print(z * z, z ** 2, 2j.__class__("1+2j"), z.imag, -z, z == 1 + 2j, hash(z) == hash(1 + 2j), f"{z:.2f}")
print(operator.pow(2, 10), operator.ipow(3, 4), operator.mod("%05.1f|%s", (2.5, "x")), operator.imod(17, 5), pow(3, 4, 5), divmod(-7, 2))
n = 5
n **= 3
n %= 7
text = "%s and %r"
text %= ("a", "b")
print(n, text, round(((-2) ** 0.5).imag, 6), 2 ** -1, 7.5 % 2)
g = (c * 2 for c in b"ab"[0:2])
print(next(g), list(g), type(g).__name__)
for fails in (lambda: 1 / 0, lambda: b"\xff".decode(), lambda: "\udc80".encode(), lambda: {}["x"], lambda: [].pop(), lambda: int("x"),
              lambda: open("no such file"), lambda: z < z, lambda: None.a, lambda: next(g), lambda: "%d" % "x", lambda: [] ** 2):
    try:
        fails()
    except Exception as e:
        print(type(e).__mro__[:-2], e)
        try:
            raise type(e)(*e.args) from e
        except Exception as again:
            print(repr(again)[:60], again.__cause__ is e)
for c in (True).__class__.__mro__:
    print(c, c.__base__)
