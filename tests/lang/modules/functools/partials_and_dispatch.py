# functools: partial, partialmethod, reduce, wraps, total_ordering, cmp_to_key, singledispatch(method).
import functools
from collections.abc import Mapping, Sequence


def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


def full(a, b=2, *args, c=3, **kw):
    return a, b, args, c, kw


p = functools.partial(full, 1, c=30)
print(p(), p(5), p(5, 6, 7), p(c=1, d=4), p.func is full, p.args, p.keywords, repr(p).split(" at ")[0])
q = functools.partial(p, 9, z=0)
print(q(), q.func is full, q.args, q.keywords, q.__dict__)
q.tag = "t"
print(q.tag, q.__dict__, functools.partial(int, base=2)("101"), list(map(functools.partial(pow, 2), range(5))), repr(functools.partial(print, 1, sep="-")), functools.partial(max)(1, 2))
show(functools.partial)
show(functools.partial, 5)
show(p, 1, a=2)


class Base:
    def set(self, value, *, loud=False):
        return self.__class__.__name__, value, loud
    on = functools.partialmethod(set, True)
    shout = functools.partialmethod(set, loud=True)
    made = functools.partialmethod(classmethod(lambda cls, x: (cls.__name__, x)), 7)
    fixed = functools.partialmethod(staticmethod(lambda x, y: x - y), 10)


print(Base().on(), Base().shout("v"), Base().made(), Base().fixed(3), Base.on(Base()), repr(Base.__dict__["on"])[:40])
print(functools.reduce(lambda a, b: a * b, range(1, 6)), functools.reduce(lambda a, b: a + b, [], "start"), functools.reduce(max, [3, 9, 2], 5), functools.reduce(lambda a, b: f"({a}{b})", "abcd"))
show(functools.reduce, max, [])
show(functools.reduce, max, 5)
show(functools.reduce, 5, [1, 2])
show(functools.reduce, max)


def deco(f):
    @functools.wraps(f)
    def inner(*a):
        "inner doc"
        return f(*a)
    return inner


@deco
def documented(x: int) -> str:
    "Outer doc."
    return str(x)


documented.__wrapped__.extra = 1
print(documented.__name__, documented.__qualname__, documented.__doc__, documented.__wrapped__.__name__, documented(5), documented.__annotations__, functools.WRAPPER_ASSIGNMENTS, functools.WRAPPER_UPDATES)
w = functools.update_wrapper(lambda: 0, documented, assigned=("__doc__",), updated=())
print(w.__name__, w.__doc__, functools.wraps(functools.partial(int))(lambda: 1).__name__)


@functools.total_ordering
class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __eq__(self, other):
        return self.parts == other.parts if isinstance(other, Version) else NotImplemented

    def __lt__(self, other):
        return self.parts < other.parts if isinstance(other, Version) else NotImplemented


a, b = Version(1, 2), Version(1, 3)
print(a < b, a <= b, a > b, a >= b, a == b, a != b, a <= Version(1, 2), a >= Version(1, 2), Version.__le__.__name__, sorted([b, a], reverse=True)[0].parts)
show(lambda: a >= 5)
show(lambda: a < "x")
show(functools.total_ordering, type("Empty", (), {}))
key = functools.cmp_to_key(lambda x, y: (len(x) > len(y)) - (len(x) < len(y)))
print(sorted(["ccc", "a", "bb", "dd"], key=key), key("a") < key("bb"), key("ab") == key("cd"), key("z").obj, max("a", "bbb", "cc", key=key))
show(hash, key("x"))
show(lambda: key("x") < "y")


@functools.singledispatch
def describe(x, extra=""):
    return f"object{extra}"


@describe.register
def _(x: int, extra=""):
    return f"int {x}{extra}"


@describe.register(str)
@describe.register(bytes)
def text(x, extra=""):
    return f"text {x!r}{extra}"


@describe.register
def _(x: list | tuple, extra=""):
    return f"sequence of {len(x)}{extra}"


describe.register(Mapping, lambda x, extra="": "mapping")
describe.register(type(None), lambda x: "none")
print([describe(v) for v in (1, True, "s", b"b", [1], (1, 2), {}, None, 1.5, {1}, range(3))], describe(1, "!"), describe.dispatch(bool)(7), describe.dispatch(float) is describe.dispatch(object), len(describe.registry), text.__name__, describe.__name__)
show(describe)
show(describe.register, 5)
show(describe.register, int | "x" if False else "int")
describe.register(Sequence, lambda x, extra="": "abstract sequence")
print(describe(range(3)), describe("s"))


class Printer:
    @functools.singledispatchmethod
    def p(self, x):
        return "any"

    @p.register
    def _(self, x: int):
        return ("int", x)

    @p.register(str)
    @classmethod
    def _(cls, x):
        return (cls.__name__, x)


class Better(Printer):
    @Printer.p.register(float)
    def _(self, x):
        return "float"


print(Printer().p(1), Printer().p("s"), Printer.p("t") if False else "", Better().p(2.5), Printer().p([]))
