"""Calls of what is found in classes with metaclasses of all kinds."""
import enum


class Meta(type):
    def on_meta(cls, *args):
        return ("on_meta", cls.__name__, args)

    def hidden(cls):
        return ("meta's", cls.__name__)

    @property
    def computed(cls):
        return lambda *args: ("computed", cls.__name__, args)

    def __len__(cls):
        return 7


class Plain(metaclass=Meta):
    def hidden(self=None):
        return ("class's", self)

    def computed(self):
        return "never seen"

    @classmethod
    def for_class(cls, a):
        return ("for_class", cls.__name__, a)

    @staticmethod
    def static(a):
        return ("static", a)

    def method(self, a):
        return (self, a)

    stored = len


class Derived(Plain):
    pass


class Reading(type):
    def __getattribute__(cls, name):
        if name.startswith("seen_"):
            return lambda *args: (name, args)
        return super().__getattribute__(name)


class Watched(metaclass=Reading):
    @staticmethod
    def seen_one(*args):
        return "not seen"

    @staticmethod
    def other(*args):
        return ("other", args)


class Fallback(type):
    def __getattr__(cls, name):
        if name == "missing":
            raise AttributeError(name)
        return lambda *args: ("fallback", name, args)


class Helped(metaclass=Fallback):
    @classmethod
    def here(cls, a):
        return ("here", cls.__name__, a)


class Color(enum.Enum):
    RED = 1
    GREEN = 2

    @classmethod
    def first(cls):
        return cls.RED

    @staticmethod
    def mix(a, b):
        return (a, b)

    def shout(self):
        return self.name + "!"


for _ in range(3):
    for cls in (Plain, Derived):
        print(cls.on_meta(1), cls.hidden(), cls.computed(2), cls.for_class(3), cls.static(4), cls.method(5, 6), cls.stored([1]), len(cls))
    print(Watched.seen_one(1), Watched.seen_two(2), Watched.other(3))
    print(Helped.here(1), Helped.there(2))
    try:
        Helped.missing()
    except AttributeError as error:
        print(error)
    print(Color.first(), Color.mix(1, 2), Color.shout(Color.RED), Color(2), Color.__new__(Color, 1), Color["GREEN"])
    Plain.static = staticmethod(lambda a: ("changed", a))
    Meta.static = property(lambda cls: lambda a: ("meta wins", a))


def keyword_only(a, b=1, *, c=2, d, e=3, f=4):
    return a, b, c, d, e, f


print(keyword_only(0, d=5), keyword_only(0, 9, d=5, e=6), keyword_only(0, d=5, c=7, f=8), keyword_only(0, f=1, d=2))
keyword_only.__kwdefaults__ = {"f": 40, "c": 20, "d": 50}
for call in (lambda: keyword_only(0), lambda: keyword_only(0, e=1), lambda: keyword_only(0, e=1, d=2)):
    try:
        print(call())
    except TypeError as error:
        print(error)
keyword_only.__kwdefaults__["e"] = 30
print(keyword_only(0), keyword_only(1, 2, c=3))
del keyword_only.__kwdefaults__["c"]
keyword_only.__kwdefaults__["c"] = "last"
print(keyword_only(0), keyword_only(1, 2, f=3))
