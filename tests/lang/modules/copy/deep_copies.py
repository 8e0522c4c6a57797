# copy: shallow and deep copies of every type, memo, cycles, hooks, slots, errors.
import collections
import copy
import datetime
import decimal
import enum
import fractions
import functools
import threading
import types


def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


atoms = [None, 1, 10 ** 30, 1.5, 1j, True, "s", b"b", (1, "a"), range(3), frozenset([1]), int, len, lambda: 0, ..., NotImplemented, decimal.Decimal("1.5"), fractions.Fraction(1, 2), datetime.date(2020, 1, 1)]
print([copy.copy(a) is a for a in atoms], [copy.deepcopy(a) is a for a in atoms])
l = [1, [2, [3]], {"k": [4]}, (5, [6]), {7}]
s, d = copy.copy(l), copy.deepcopy(l)
l[1].append("new")
l[2]["k"].append("new")
l[3][1].append("new")
l[4].add(8)
print(l, s, d, s is l, s[1] is l[1], d[1] is l[1], d[3] is l[3])
c = [1]
c.append(c)
dc = copy.deepcopy(c)
print(dc[1] is dc, dc is c, copy.copy(c)[1] is c)
t = ([],)
t[0].append(t)
dt = copy.deepcopy(t)
print(dt[0][0] is dt, dt is t)
shared = [0]
x = [shared, shared, {"s": shared}]
y = copy.deepcopy(x)
y[0].append(1)
print(y, y[0] is y[1], y[2]["s"] is y[0], x)


class Plain:
    def __init__(self, v):
        self.v = v
        self.me = self


p = Plain([1])
q, r = copy.copy(p), copy.deepcopy(p)
print(q.v is p.v, q.me is p, r.v is p.v, r.v, r.me is r, type(r) is Plain)


class Hooks:
    def __init__(self, n):
        self.n = n

    def __copy__(self):
        return Hooks(self.n + 100)

    def __deepcopy__(self, memo):
        memo[id(self)] = h = Hooks(self.n + 1000)
        return h


h = Hooks(1)
print(copy.copy(h).n, copy.deepcopy(h).n, [k.n for k in copy.deepcopy([h, h])], (lambda a: a[0] is a[1])(copy.deepcopy([h, h])))


class Slots:
    __slots__ = ("a", "b", "__weakref__")

    def __init__(self):
        self.a = [1]


class State:
    def __init__(self):
        self.a, self.cache = [1], "big"

    def __getstate__(self):
        return {"a": self.a}

    def __setstate__(self, st):
        self.__dict__.update(st)
        self.cache = "rebuilt"


class Reduce:
    def __init__(self, a, b):
        self.a, self.b = a, b

    def __reduce__(self):
        return Reduce, (self.a, [self.b])


class NewArgs(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    def __getnewargs__(self):
        return tuple(self)


class NoCopy:
    def __reduce_ex__(self, p):
        raise TypeError("cannot copy this")


sl = copy.deepcopy(Slots())
st = copy.deepcopy(State())
print(sl.a, hasattr(sl, "b"), st.a, st.cache, copy.copy(Reduce(1, 2)).b, copy.copy(NewArgs(1, [2])), copy.deepcopy(NewArgs(1, [2])), type(copy.copy(NewArgs(1, 2))))
show(copy.copy, NoCopy())
show(copy.deepcopy, [NoCopy()])
show(copy.deepcopy, threading.Lock())
show(copy.copy, (i for i in ()))


class L(list):
    tag = None


class D(dict):
    pass


ll = L([1, [2]])
ll.tag = "t"
dd = D(a=[1])
dd.extra = [5]
for v in (ll, dd):
    a, b = copy.copy(v), copy.deepcopy(v)
    print(type(a).__name__, a, a.__dict__, type(b).__name__, b, b.__dict__, b == v)
Color = enum.Enum("Color", "RED")
P = collections.namedtuple("P", "a b")
for v in (collections.deque([1, [2]], 3), collections.OrderedDict(b=[1], a=2), collections.defaultdict(list, k=[1]), collections.Counter("aab"), P(1, [2]), bytearray(b"x"), {1: {2: {3}}}, slice(1, [2]) if False else {1, 2}, datetime.datetime(2020, 1, 2, 3), functools.partial(max, [1]), types.SimpleNamespace(a=[1]), ValueError("x", [1]), Color.RED):
    a, b = copy.copy(v), copy.deepcopy(v)
    print(type(a).__name__, repr(a)[:60], type(b) is type(v), b == v or isinstance(v, (ValueError, functools.partial)))
memo = {}
z = copy.deepcopy(x, memo)
print(len(memo) > 0, memo[id(shared)] is z[0], copy.deepcopy([x, x], memo)[0] is z)
e = ValueError("msg", 5)
e.note = [1]
e2 = copy.copy(e)
print(e2.args, e2.note is e.note, type(e2), copy.Error, copy.error is copy.Error)


class Base:
    pass


class Parent(Base):
    def __init__(self, child=None):
        self.child, self.parent = child, None
        if child:
            child.parent = self


f = Parent(Parent(Parent()))
g = copy.deepcopy(f)
print(g.child.parent is g, g.child.child.parent is g.child, g.child is not f.child)
m = copy.deepcopy({"f": len, "c": Parent, "m": [].append.__name__})
print(m["f"] is len, m["c"] is Parent)
deep = []
for i in range(300):
    deep = [deep]
print(copy.deepcopy(deep) == deep)
