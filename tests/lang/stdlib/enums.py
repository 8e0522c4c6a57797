import enum
from enum import Enum, IntEnum, StrEnum, Flag, IntFlag, auto, unique


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    def describe(self):
        return f"{self.name}={self.value}"

    @property
    def twice(self):
        return self.value * 2

    @classmethod
    def default(cls):
        return cls.GREEN


print(Color, Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color.CRIMSON is Color.RED)
print(list(Color), list(reversed(Color)), len(Color), Color(2), Color["BLUE"], bool(Color))
print(Color.__members__, Color.RED.describe(), Color.RED.twice, Color.default())
print(Color.RED in Color, Color.RED == 1, Color.RED != Color.BLUE, isinstance(Color.RED, Color), type(Color))
print(f"{Color.RED}", f"{Color.RED:>12}", "%s" % Color.RED, {Color.RED: 1}, hash(Color.RED) == hash("RED"))
attempt(lambda: Color(9))
attempt(lambda: Color["NOPE"])
attempt(lambda: Color.NOPE)
attempt(lambda: setattr(Color, "RED", 3))
attempt(lambda: delattr(Color, "RED"))
attempt(lambda: Color.RED < Color.BLUE)
attempt(lambda: setattr(Color.RED, "name", 3))
attempt(lambda: setattr(Color.RED, "value", 3))
attempt(lambda: type("X", (Color,), {}))


def extend():
    class More(Color):
        X = 1


def duplicate():
    class Twice(Enum):
        A = 1
        A = 2


def sunder():
    class S(Enum):
        _bad_ = 1


def uniq():
    @unique
    class U(Enum):
        A = 1
        B = 1
        C = 1


for f in (extend, duplicate, sunder, uniq):
    attempt(f)


class Number(IntEnum):
    ONE = auto()
    TWO = auto()
    TEN = 10
    ELEVEN = auto()


print(Number.ONE, repr(Number.ONE), Number.TWO + 1, f"{Number.TEN}", f"{Number.TEN:5d}|", "%d" % Number.TEN, list(Number))
print(Number.ONE < Number.TWO, sorted([Number.TEN, Number.ONE]), Number(2), Number.TWO == 2, [10, 20, 30][Number.ONE], int(Number.ELEVEN))
print(isinstance(Number.ONE, int), Number.__mro__)


class Word(StrEnum):
    HELLO = auto()
    World = auto()
    X = "ex"


print(Word.HELLO, repr(Word.World), Word.X + "!", f"{Word.X:>5}", Word.HELLO == "hello", Word("ex"), len(Word.HELLO), Word.HELLO.upper())
attempt(lambda: StrEnum("Bad", {"A": 1}))


class Mixed(str, Enum):
    A = "a"
    B = "b"


print(Mixed.A, repr(Mixed.A), f"{Mixed.A}", Mixed.A == "a", Mixed("b"), "x" + Mixed.A)


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


print(Perm, repr(Perm.R | Perm.W), Perm.R | Perm.X, repr(Perm.R & Perm.W), Perm.R & Perm.W, ~Perm.R, repr(~Perm.RW), Perm.RW)
print(list(Perm), list(Perm.RW), Perm.R in Perm.RW, Perm.X in Perm.RW, bool(Perm(0)), Perm(5), len(Perm.RW), Perm.R ^ Perm.RW)
print(Perm.__members__)
attempt(lambda: Perm(8))
attempt(lambda: Perm(-20))
attempt(lambda: Perm.R | 1)
attempt(lambda: 1 in Perm.R)
attempt(lambda: Perm("x"))


class IP(IntFlag):
    A = 1
    B = 2
    D = 8


print(IP.A | IP.B, repr(IP.A | IP.B), repr(IP(4)), repr(IP(12)), repr(~IP.A), IP.A | 16, repr(IP.A | 16), repr(IP(0)), IP.A + 1, f"{IP.A|IP.B}")
print(repr(1 | IP.B), repr(IP(-1)), IP.A == 1, repr(IP.A & 3), list(IP(11)))


class Planet(Enum):
    MERCURY = (3.303e+23, 2.4397e6)
    EARTH = (5.976e+24, 6.37814e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self):
        return 6.67300E-11 * self.mass / (self.radius * self.radius)


print(Planet.EARTH, repr(Planet.EARTH), Planet.EARTH.mass, round(Planet.EARTH.gravity, 3), Planet((3.303e+23, 2.4397e6)))


class Coord(bytes, Enum):
    def __new__(cls, value, label):
        obj = bytes.__new__(cls, [value])
        obj._value_ = value
        obj.label = label
        return obj
    PX = (0, "P.X")
    PY = (1, "P.Y")


print(Coord.PY, Coord.PY.label, Coord(1), bytes(Coord.PX))


class Ordinal(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return name + str(count)
    N = auto()
    S = auto()


print(list(Ordinal))


class Status(Enum):
    OK = 1
    BAD = 2

    @classmethod
    def _missing_(cls, value):
        if value == "x":
            return cls.BAD
        if value == "y":
            return 3
        if value == "z":
            raise KeyError("zz")
        return None


print(Status("x"))
attempt(lambda: Status("y"))
attempt(lambda: Status("z"))
attempt(lambda: Status("q"))


class Period(Enum):
    _ignore_ = ["i", "names"]
    names = {}
    A = 1
    for i in range(3):
        vars()[f"d{i}"] = i + 10
    helper = enum.nonmember(7)

    @enum.member
    def fun():
        return 1


print(list(Period)[:4], Period.helper, hasattr(Period, "i"))

Animal = Enum("Animal", "ANT BEE CAT")
print(list(Animal), Animal.__module__, Enum("A2", ["X", "Y"], start=5).Y, list(Enum("A3", {"P": 1, "Q": "q"})), list(IntEnum("A4", [("M", 3)])))
print(list(Flag("F", "A B C")), Enum("T", "a,b", type=int).b + 1)


class Op(Enum):
    ADD = "+"

    def __call__(self, a, b):
        return a + b

    def __str__(self):
        return "op" + self.value


print(Op.ADD(1, 2), Op.ADD, f"{Op.ADD}", repr(Op.ADD))


class Base(Enum):
    def shout(self):
        return self.name.upper() + "!"

    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
        print("subclass", cls, list(cls))


class Child(Base):
    a = 1
    b = [2]


print(Child.a.shout(), Child([2]), Child.b.value)


class Strict(Flag, boundary=enum.CONFORM):
    A = 1
    B = 2


class Ej(Flag, boundary=enum.EJECT):
    A = 1


print(Strict(9), repr(Ej(4)), enum.STRICT, repr(enum.KEEP))
match Color.RED:
    case Color.GREEN:
        print("green")
    case Color.RED:
        print("red")


def gap():
    @enum.verify(enum.CONTINUOUS)
    class G(Enum):
        A = 1
        C = 3


attempt(gap)
import copy
print(copy.copy(Color.RED) is Color.RED, copy.deepcopy({"a": Color.RED})["a"] is Color.RED)
print(dir(Color), enum.auto(), Color.RED.__class__, Color.__name__)
