# A __dict__ descriptor applied to what has a __dict__ of another kind; the order of a class's own names.
import types


class Base(object):
    pass


d = Base.__dict__["__dict__"]


class Meta1(type, Base):
    pass


class D(object, metaclass=Meta1):
    pass


class Module1(types.ModuleType, Base):
    pass


class Exc(Exception, Base):
    pass


class Int(int, Base):
    pass


def attempt(f):
    try:
        print(f())
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)


for x in (D, 5, len):
    for f in (lambda: d.__set__(x, {}), lambda: list(d.__get__(x)), lambda: d.__delete__(x)):
        attempt(f)
m, e, i = Module1("spam"), Exc(), Int(4)
for f in (lambda: d.__set__(m, {}), lambda: type(d.__get__(m)), lambda: d.__delete__(m)):
    attempt(f)
for f in (lambda: d.__set__(e, {"a": 1}), lambda: d.__get__(e), lambda: e.a, lambda: d.__delete__(e), lambda: e.__dict__):
    attempt(f)
i.x = 3
print(d.__get__(i), i.__dict__)


def function():
    pass


for f in (lambda: delattr(function, "__dict__"), lambda: setattr(function, "__dict__", {"a": 1}), lambda: function.a, lambda: setattr(function, "__dict__", 3)):
    attempt(f)
b = Base()
b.y = 1
del b.__dict__
attempt(lambda: b.y)


class Documented:
    "text"
    x = 1


class Slotted:
    __slots__ = ("a", "b")
    z = 2


for c in (Base, D, Documented, Slotted, Meta1, Exc, Int):
    print(c.__name__, list(vars(c)))
print(list(vars(type("Made", (), {"q": 1}))))
