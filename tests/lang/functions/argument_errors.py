# Every way a call can fail to match a signature, with CPython's words.
def show(f, *a, **k):
    try:
        print(f(*a, **k))
    except TypeError as e:
        print("TypeError", e)


def none(): return "none"
def one(a): return a
def two(a, b): return a, b
def three(a, b, c): return a, b, c
def dflt(a, b=2, c=3): return a, b, c
def star(a, *args): return a, args
def kwonly(*, k): return k
def kwonly2(a, *, k, j, m=1): return a, k, j, m
def posonly(a, b, /): return a, b
def posonly2(a, b=1, /, c=2, *, d=3): return a, b, c, d
def allk(a, /, b, *c, d, e=5, **f): return a, b, c, d, e, f
def kw(**kw): return kw


show(none, 1)
show(none, 1, 2)
show(none, x=1)
show(one)
show(one, 1, 2)
show(one, 1, a=1)
show(one, b=1)
show(one, 1, b=1)
show(two)
show(two, 1)
show(two, b=1)
show(two, 1, 2, 3)
show(three)
show(three, 1)
show(three, 1, c=3)
show(three, 1, 2, 3, 4, 5)
show(dflt)
show(dflt, 1, 2, 3, 4)
show(dflt, c=1)
show(dflt, 1, d=1)
show(dflt, 1, 2, b=3)
show(star)
show(star, 1, 2, 3)
show(star, a=1)
show(star, 1, a=1)
show(kwonly)
show(kwonly, 1)
show(kwonly, 1, k=2)
show(kwonly, k=1, z=2)
show(kwonly2, 1)
show(kwonly2, 1, j=1)
show(kwonly2, 1, 2, 3, k=1)
show(kwonly2)
show(kwonly2, 1, 2, k=1, j=2)
show(posonly, 1)
show(posonly, a=1, b=2)
show(posonly, 1, b=2)
show(posonly, 1, 2, c=3)
show(posonly2, a=1)
show(posonly2, 1, 2, 3, 4)
show(posonly2, 1, b=3)
show(posonly2, 1, 2, 3, d=4)
show(allk, 1)
show(allk, 1, 2)
show(allk, 1, 2, 3, 4, d=5, z=6, a=7)
show(allk, d=1, a=2, b=3)
show(kw, **{"a": 1, "not id": 2})
show(kw, **{})
for bad in (lambda: one(*5), lambda: one(**5), lambda: kw(**{1: 2}), lambda: kw(a=1, **{"a": 2}), lambda: one(*None), lambda: kw(**[1]),
            lambda: kw(**{"x": 1}, **{"x": 2}), lambda: one(1, *[2], **{"z": 3}), lambda: two(*"ab", *"c"), lambda: print(*1), lambda: one(*(), **None),
            lambda: dict(**{1: 2}), lambda: "".join(*3), lambda: (lambda x: x)(), lambda: (lambda x, /: x)(x=1), lambda: int.__add__(1, 2, 3), lambda: [].append(),
            lambda: [].append(1, 2), lambda: "".upper(1), lambda: {}.get(), lambda: {}.get(1, 2, 3), lambda: len(), lambda: len(1, 2), lambda: [].sort(1),
            lambda: [].sort(nokey=1), lambda: "".split(foo=1), lambda: print(foo=1), lambda: sorted(), lambda: sorted([], 1), lambda: isinstance(1), lambda: abs(),
            lambda: abs(x=1), lambda: divmod(1), lambda: pow(2), lambda: round(), lambda: min(), lambda: min(1), lambda: max(key=1), lambda: enumerate(), lambda: zip(1),
            lambda: map(len), lambda: filter(None), lambda: range(), lambda: range(1, 2, 3, 4), lambda: range("a"), lambda: int(1, 2, 3), lambda: int("1", base="x"), lambda: str(1, 2, 3, 4),
            lambda: sum(), lambda: sum(1), lambda: chr(), lambda: ord("ab"), lambda: hasattr(1), lambda: iter(), lambda: next(), lambda: getattr(1), lambda: open()):
    try:
        print(bad())
    except TypeError as e:
        print("TypeError", e)


class C:
    def m(self, a): return a
    @classmethod
    def c(cls, a): return a
    @staticmethod
    def s(a): return a
    def __init__(self, x=0): pass
    def __call__(self, y): return y


c = C()
show(c.m)
show(c.m, 1, 2)
show(C.m)
show(C.m, 1)
show(C.c)
show(c.c, 1, 2)
show(C.s)
show(c.s, 1, 2)
show(C, 1, 2)
show(C, y=1)
show(c)
show(c, 1, 2)
show(c.m, a=1, b=2)


class NoInit: pass


class New:
    def __new__(cls, a): return super().__new__(cls)


class NewInit:
    def __new__(cls, *a): return super().__new__(cls, *a)


show(NoInit, 1)
show(NoInit, a=1)
show(New)
show(New, 1, 2)
show(NewInit, 1)


def outer():
    def inner(a): pass
    return inner


show(outer())
show(outer(), 1, 2)
show(lambda a, b: 0)
