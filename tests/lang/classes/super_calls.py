"""Method calls through super(), of each kind of thing that can be found there."""


class Base:
    kind = "attribute"

    def plain(self, *args, **kwargs):
        return ("Base.plain", type(self).__name__, args, kwargs)

    def exact(self, a, b=2):
        return ("Base.exact", a, b)

    @classmethod
    def for_class(cls, a):
        return ("Base.for_class", cls.__name__, a)

    @staticmethod
    def static(a):
        return ("Base.static", a)

    @property
    def computed(self):
        return lambda a: ("computed", a)

    def __len__(self):
        return 3

    called = len
    stored = lambda self: "stored"


class Mixin:
    def plain(self, *args, **kwargs):
        return ("Mixin", super().plain(*args, **kwargs))


class Derived(Mixin, Base):
    def plain(self, *args, **kwargs):
        return ("Derived", super().plain(*args, **kwargs), super().plain(1, 2, 3, 4, 5, 6, 7, 8, 9, 10))

    def exact(self, *args):
        for attempt in (lambda: super(Derived, self).exact(1), lambda: super(Derived, self).exact(1, b=3)):
            print(attempt())
        try:
            super().exact()
        except TypeError as error:
            print(error)
        try:
            super().exact(1, 2, 3)
        except TypeError as error:
            print(error)
        return super().exact(*args)

    def others(self):
        print(super().for_class(1), super().static(2), super().computed(3), super().kind, super().stored())
        print(super().__len__(), super().__eq__(self), super().__eq__(3), super().__repr__()[:20])
        print(super().__class__, super().__sizeof__() > 0)
        try:
            super().missing(1)
        except AttributeError as error:
            print(error)
        try:
            super().kind(1)
        except TypeError as error:
            print(error)

    @classmethod
    def for_class(cls, a):
        return super().for_class(a), super().static(a)

    def __new__(cls, *args):
        return super().__new__(cls)

    def __setattr__(self, name, value):
        super().__setattr__(name, value * 2)

    def __getattribute__(self, name):
        return super().__getattribute__(name)


class Words(list):
    def append(self, item):
        super().append(item.upper())

    def __init__(self, items=(), **options):
        super().__init__(items, **options)

    def pop(self, *args):
        return super().pop(*args)


class Refused(ValueError):
    def __init__(self, code, *more):
        super().__init__(f"refused with {code}", *more)
        self.code = code


class Number(int):
    def __add__(self, other):
        return Number(super().__add__(other))


d = Derived()
print(d.plain(1, key=2))
print(d.exact(4, 5))
d.others()
print(Derived.for_class(7), d.for_class(8))
d.x = 21
print(d.x)
w = Words(["a"])
w.append("b")
print(w, w.pop(), w.pop(0), len(w))
for attempt in (lambda: w.pop(), lambda: Words(1), lambda: Words([], key=1), lambda: w.append(1)):
    try:
        attempt()
    except (IndexError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
try:
    raise Refused(3, "more")
except Refused as error:
    print(error.args, error.code, repr(error))
print(Number(3) + 4, type(Number(3) + 4).__name__)

s = super(Derived, d)
print(s.plain(0), super(Base, d).__repr__()[:10])
unbound = super(Base)
try:
    unbound.plain()
except AttributeError as error:
    print(error)
print(super(Mixin, Derived).plain(d, 9))


class Late:
    def first(self):
        return super().method() if hasattr(super(), "method") else "none"


class Under:
    pass


class Both(Late, Under):
    pass


b = Both()
print(b.first())
Under.method = lambda self: "added"
print(b.first())
Under.method = lambda self: "changed"
print(b.first())
del Under.method
print(b.first())


def outside(self):
    return super().plain()


try:
    outside(d)
except RuntimeError as error:
    print(error)


class Wrong:
    def call(self):
        return super().__init__()


try:
    Wrong.call(3)
except TypeError as error:
    print(error)
