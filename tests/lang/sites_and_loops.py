"""Places that remember classes and methods, and loops without iterators, while everything changes under them."""


class A:
    def hello(self, x):
        return "A.hello %s" % x

    def other(self):
        return "A.other"


class B(A):
    def hello(self, x):
        return "B.hello %s" % x


class C:
    def __getattr__(self, name):
        if name == "hello":
            return lambda x: "C.getattr %s" % x
        raise AttributeError(name)


class D:
    __slots__ = ("hello", "value")


class E:
    @staticmethod
    def hello(x):
        return "E.static %s" % x

    @classmethod
    def make(cls, x):
        return cls.__name__, x

    def plain(self):
        return "E.plain"


d = D()
d.hello = lambda x: "D.slot %s" % x


def call(o, x):
    return o.hello(x)


def read(o):
    return o.value


# One place, many classes, again and again.
for round in range(3):
    for o in (A(), B(), C(), d, E(), A(), B()):
        print(call(o, round))

# A method replaced, shadowed by the instance, and deleted again.
a = A()
print(call(a, 1))
A.hello = lambda self, x: "patched %s" % x
print(call(a, 2), call(B(), 2))
a.hello = lambda x: "own %s" % x
print(call(a, 3))
del a.hello
print(call(a, 4))
a.__dict__["hello"] = lambda x: "dict %s" % x
print(call(a, 5))
a.__dict__.clear()
print(call(a, 6))
del B.hello
print(call(B(), 7))
del A.hello
try:
    print(call(a, 8))
except AttributeError as e:
    print(e)
A.hello = len
try:
    print(call(a, []))
except TypeError as e:
    print(e)

# Base classes exchanged.
class F(A):
    pass


class G:
    def hello(self, x):
        return "G.hello %s" % x


f = F()
A.hello = lambda self, x: "again %s" % x
print(call(f, 1))
F.__bases__ = (G,)
print(call(f, 2))
f.__class__ = B
print(call(f, 3))

# Wrong arguments through a remembered method.
def wrong(o, *args):
    return o.hello(*args)


for args in ((), (1, 2)):
    try:
        wrong(G(), *args)
    except TypeError as e:
        print(e)
print(E.make(1), E().make(2), E.hello(3), E.plain(E()))


# ---- attributes ----
class P:
    pass


def order(first):
    p = P()
    if first:
        p.x = 1
        p.y = 2
    else:
        p.y = 2
        p.x = 1
    return list(p.__dict__.items())


print(order(True), order(False), order(True), order(False))
p = P()
p.value = 1
print(read(p))
p.value = "text"
print(read(p))
del p.value
for o in (p, 5, None, d):
    try:
        print(read(o))
    except AttributeError as e:
        print(e)
P.value = property(lambda self: "computed")
print(read(p))
try:
    p.value = 3
except AttributeError as e:
    print("no setter" in str(e))
del P.value
p.value = 4
print(read(p), p.__dict__)


class Watch:
    def __setattr__(self, name, value):
        print("set", name, value)
        object.__setattr__(self, name, value)


w = Watch()
for i in range(3):
    w.value = i
print(w.value)


class Loud:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("gone", self.n)


def holder():
    h = P()
    for i in range(3):
        h.loud = Loud(i)
    print("end")


holder()


# ---- loops ----
items = [1, 2, 3]
for x in items:
    if x < 6:
        items.append(x + 3)
print(items)
items = [1, 2, 3, 4, 5, 6]
for x in items:
    items.remove(x)
print(items)
for x in [1, 2, 3]:
    pass
else:
    print("else", x)

table = {"a": 1, "b": 2, "c": 3}
for k, v in table.items():
    table[k] = v * 10
print(table)
try:
    for k, v in table.items():
        table[k + k] = 0
except RuntimeError as e:
    print(e, len(table))
try:
    for k in table:
        del table[k]
except RuntimeError as e:
    print(e)
try:
    for k in table:
        v = table.pop(k)
        table[k + "x"] = v
        if len(table) > 10 or len(k) > 5:
            break
except RuntimeError as e:
    print(e)


class Pairs:
    def __init__(self, items):
        self.stored = items

    def items(self):
        return iter(self.stored)


for source in (Pairs([(1, 2), "xy", [3, 4]]), Pairs([(1, 2, 3)]), Pairs([5]), 7):
    try:
        for k, v in source.items():
            print(k, v)
    except (ValueError, TypeError, AttributeError) as e:
        print(type(e).__name__, e)


def gen(n):
    try:
        for i in range(n):
            yield i
    finally:
        print("closed", n)


for i, x in enumerate(gen(2)):
    print(i, x)
for i, x in enumerate("ab"):
    print(i, x)
for i, x in enumerate(gen(5)):
    if i == 1:
        break
for a1, b1 in zip([1, 2, 3], gen(2)):
    print(a1, b1)
for a1, b1, c1 in zip((1, 2), "xy", {5: 6, 7: 8}):
    print(a1, b1, c1)
for (x,) in zip([1, 2]):
    print(x)
for bad in (lambda: [0 for i, x in enumerate(3)], lambda: [0 for a2, b2 in zip([], 4)], lambda: [0 for i in range("a")],
            lambda: [0 for i in range(1, 2, 0)], lambda: [0 for i in 3.5]):
    try:
        bad()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print([i * j for i in range(4) for j in range(i, 0, -1)])
print({k: v for k, v in enumerate("abc")}, {v for k, v in {1: 2}.items()}, [x + y for x, y in zip([1, 2], [3, 4])])
for i in range(2 ** 70, 2 ** 70 + 2):
    print(i)


class Seq:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * i


print([x for x in Seq()], list(zip(Seq(), Seq())))
for i, x in enumerate(Seq()):
    print(i, x)


class Bad:
    def __iter__(self):
        return self

    def __next__(self):
        raise ValueError("next failed")


for loop in (lambda: [x for x in Bad()], lambda: [x for i, x in enumerate(Bad())], lambda: [x for x, y in zip([1], Bad())]):
    try:
        loop()
    except ValueError as e:
        print(e)

# ---- builtins ----
print(len("abc"), len({}), len(range(5)), abs(-5), abs(2 ** 62), abs(-(2 ** 62)), abs(-0.0), abs(True), abs(3 + 4j))
print(min(1, 2), max(1, 2), min(1.5, 1), max(True, 1), max(1, True), min("b", "a"), min(-0.0, 0.0), max(0.0, -0.0), max(1, 1.0))
print(ord("a"), ord(b"b"), int(3.9), int(-3.9), int("12"), int(True), float(3), float("1.5"), float(True), bool([]), bool(2), str(5), str("x"), str(b"x"))
for bad in (lambda: len(5), lambda: abs("x"), lambda: min(1, "a"), lambda: ord("ab"), lambda: int(float("nan")), lambda: int(1e300) > 0,
            lambda: float("x"), lambda: isinstance(1, 2)):
    try:
        print(bad())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


class Meta(type):
    def __instancecheck__(cls, o):
        return o == 5


class M(metaclass=Meta):
    pass


print(isinstance(5, M), isinstance(M(), M), isinstance(6, M), isinstance(True, int), isinstance(1, (str, int)), isinstance(1, int | str))
