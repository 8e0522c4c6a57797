"""Places that read what lies in a class: constants, enumeration members, properties; and what may change under them."""
from enum import Enum, IntEnum


class Color(IntEnum):
    RED = 1
    GREEN = 2


class Shape(Enum):
    ROUND = "round"


class Meta(type):
    @property
    def label(cls):
        return "meta " + cls.__name__

    shown = "in meta"


class Base(metaclass=Meta):
    limit = 10
    label = "hidden by the metaclass's property"
    shown = "in class"

    def __init__(self, n):
        self.n = n

    @property
    def double(self):
        if self.n == 13:
            raise AttributeError("unlucky")
        return self.n * 2

    @staticmethod
    def plain():
        return "static"

    def method(self):
        return self.n


class Child(Base):
    pass


class Asking(Base):
    def __getattr__(self, name):
        return "asked for " + name


class Slotted:
    __slots__ = ("a",)
    kind = "slotted"


def read(o):
    out = []
    for get in (lambda o: o.limit, lambda o: o.double, lambda o: o.label, lambda o: o.shown, lambda o: o.plain()):
        try:
            out.append(get(o))
        except AttributeError as error:
            out.append(str(error))
    return out


def limit(o):
    return o.limit


def double(o):
    return o.double


def attempt(f, o):
    try:
        return f(o)
    except AttributeError as error:
        return "AttributeError: " + str(error)


for _ in range(3):
    for o in (Base(1), Child(2), Base, Child, Asking(3), Child(13), Asking(13)):
        print(read(o) if not isinstance(o, type) else [limit(o), type(double(o)).__name__, o.label, o.shown, o.method is Base.method])
    print(Color.RED, Color.GREEN + 1, Shape.ROUND.value, Color.RED is Color(1), Color["GREEN"].name, Slotted().kind)

o = Base(5)
print(limit(o), limit(Base), double(o))
o.limit = 11
print(limit(o), limit(Base(6)))
del o.limit
print(limit(o))
Base.limit = 12
print(limit(o), limit(Base), limit(Child), limit(Child(1)))
Child.limit = 13
print(limit(Base), limit(Child), limit(Child(1)))
del Child.limit
o.__dict__["limit"] = 14
print(limit(o), limit(Child))
Base.double = property(lambda self: self.n * 3)
print(double(o), attempt(double, Child(13)))
Base.double = 7
print(double(o), double(Base))
del Base.double
print(attempt(double, o), attempt(double, Base))
Meta.limit = property(lambda cls: "now the metaclass's")
print(limit(Base), limit(Base(1)))
del Meta.limit
print(limit(Base))
try:
    Color.BLUE
except AttributeError as error:
    print(error)


class Counter:
    total = 0

    def __init__(self):
        self.id = Counter.total
        Counter.total += 1


print([Counter().id for _ in range(5)], Counter.total)


class Lazy:
    value = None

    def get(self):
        if self.value is None:
            self.value = "made"
        return self.value


print([(a.value, a.get(), a.value) for a in [Lazy() for _ in range(3)]], Lazy.value)
