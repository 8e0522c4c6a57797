# enum: Enum, IntEnum, StrEnum, Flag, IntFlag, auto, unique, aliases, _missing_, mixins, functional form, errors.
# test: stderr=none
import enum
from enum import CONFORM, EJECT, KEEP, STRICT, Enum, Flag, IntEnum, IntFlag, StrEnum, auto, unique


def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


class Color(Enum):
    "Colours."
    RED = 1
    GREEN = "g"
    BLUE = (1, 2)
    CRIMSON = 1

    @property
    def nice(self):
        return self.name.lower()

    @classmethod
    def first(cls):
        return next(iter(cls))


print(Color.RED, repr(Color.GREEN), Color.BLUE.value, Color.CRIMSON is Color.RED, Color("g"), Color["BLUE"], list(Color), len(Color), Color.RED in Color, Color.RED.nice, Color.first(), Color.__members__.keys(), Color.RED.name, Color.RED == 1, Color.RED != Color.GREEN, hash(Color.RED) == hash("RED"), isinstance(Color.RED, Color), type(Color.RED), Color.__doc__, Color, f"{Color.RED} {Color.RED!r:>20}", bool(Color.RED), list(reversed(Color)), Color.RED.__class__.__name__)
for f in (lambda: Color(9), lambda: Color["X"], lambda: setattr(Color, "RED", 5), lambda: delattr(Color, "RED"), lambda: Color.RED < Color.GREEN, lambda: Color.PURPLE, lambda: setattr(Color.RED, "value", 3), lambda: setattr(Color.RED, "name", "x"), lambda: type("Sub", (Color,), {}), lambda: Color(), lambda: 1 in Color, lambda: Color.RED.RED, lambda: Color(1, 2)):
    show(f)


class N(IntEnum):
    ONE = 1
    TWO = 2
    THREE = auto()


print(N.ONE + N.TWO, N.THREE, repr(N.THREE), N.ONE < 5, N(2), sorted([N.THREE, N.ONE]), N.TWO == 2, {2: "x"}[N.TWO], f"{N.ONE} {N.ONE:03d}", "%d %s" % (N.TWO, N.TWO), int(N.THREE), range(5)[N.TWO], N.ONE.bit_length(), str(N.ONE), format(N.TWO, ">3"), N.ONE | 4, -N.TWO, max(N), sum(N))


class S(StrEnum):
    A = auto()
    B_C = auto()
    D = "dee"


print(S.A, repr(S.B_C), S.D.upper(), S.A == "a", S("dee"), S.A + "x", f"{S.D:>5}", [s.value for s in S], "a" in [S.A], S.D.encode())
show(lambda: type("Bad", (StrEnum,), {}) and StrEnum("Bad", {"A": 1}))


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
    NONE = 0


print(Perm.R | Perm.X, repr(Perm.R | Perm.X), Perm.RW, repr(Perm.RW), Perm.R in Perm.RW, Perm.X in Perm.RW, ~Perm.R, Perm.RW & Perm.W, Perm.RW ^ Perm.R, bool(Perm.NONE), bool(Perm.R), list(Perm), list(Perm.RW), len(Perm.RW), Perm(3), Perm(0), repr(Perm(5)), Perm.R.value, (Perm.R | Perm.W) is Perm.RW, Perm["RW"], Perm.NONE, iter(Perm.RW).__next__(), (Perm.R | Perm.X).name, (Perm.R | Perm.X).value)
for f in (lambda: Perm(8), lambda: Perm.R | 1, lambda: Perm.R < Perm.W, lambda: Perm("x"), lambda: Perm(-1), lambda: 1 in Perm.R):
    show(f)


class Bits(IntFlag):
    A = 1
    B = 2
    D = 8


print(Bits.A | Bits.B, repr(Bits.A | 4), Bits.A | 16, ~Bits.A, Bits(3), repr(Bits(11)), Bits.D + 1, Bits.A & 1, Bits.B in Bits(3), list(Bits(11)), Bits(0), repr(Bits(0)), Bits.A == 1, f"{Bits.D}", Bits.A < Bits.D)
for boundary in (STRICT, CONFORM, EJECT, KEEP):
    class F(Flag, boundary=boundary):
        A = 1
        B = 4
    print(boundary, end=" ")
    show(F, 7)


@unique
class Uniq(Enum):
    A = auto()
    B = auto()


def not_unique():
    @unique
    class X(Enum):
        A = 1
        B = 1
        C = 1


show(not_unique)


class Planet(Enum):
    MERCURY = (3.303e+23, 2.4397e6)
    EARTH = (5.976e+24, 6.37814e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self):
        return 6.67300E-11 * self.mass / (self.radius * self.radius)


print(Planet.EARTH.gravity, Planet.MERCURY.mass, Planet.EARTH.value, Planet((3.303e+23, 2.4397e6)))


class Coerce(Enum):
    YES = "yes"
    NO = "no"

    @classmethod
    def _missing_(cls, value):
        for m in cls:
            if m.value == str(value).lower():
                return m
        return None


print(Coerce("YES"), Coerce("No"))
show(Coerce, "maybe")


class BadMissing(Enum):
    A = 1

    @classmethod
    def _missing_(cls, value):
        return 5


show(BadMissing, 7)


class Custom(Enum):
    def _generate_next_value_(name, start, count, last):
        return f"{name}:{start}:{count}:{last}"
    A = auto()
    B = auto()


class New(bytes, Enum):
    def __new__(cls, value, label):
        obj = bytes.__new__(cls, [value])
        obj._value_ = value
        obj.label = label
        return obj
    X = (65, "letter a")
    Y = (66, "letter b")


class Op(Enum):
    ADD = enum.member(lambda a, b: a + b)
    helper = enum.nonmember(5)

    def __call__(self, *a):
        return self.value(*a)


class Mixin:
    def hello(self):
        return f"hello {self.name}"


class Mixed(Mixin, str, Enum):
    A = "a"


print([c.value for c in Custom], New.X.label, New(66), New.Y == b"B", Op.ADD(2, 3), Op.helper, list(Op), Mixed.A.hello(), Mixed.A.upper(), str(Mixed.A), f"{Mixed.A}", repr(Mixed.A))
Animal = Enum("Animal", "ANT BEE CAT")
A2 = Enum("A2", {"x": 10, "y": 20}, module="mod", qualname="Q.A2")
A3 = IntEnum("A3", ["p", "q"], start=5)
A4 = Enum("A4", [("m", 1), ("n", "two")])
A5 = Flag("A5", "A B C")
print(list(Animal), list(A2), A2.__module__, A2.__qualname__, list(A3), list(A4), list(A5), Animal.__name__)


def reuse():
    class R(Enum):
        A = 1
        A = 2


def no_members_sub():
    class B(Enum):
        def hi(self):
            return self.value

    class C(B):
        X = 1
    return C.X.hi()


def invalid():
    class M(Enum):
        mro = 1


def under():
    class M(Enum):
        _x_ = 1


show(reuse)
show(no_members_sub)
show(invalid)
show(under)


class Private(Enum):
    _ignore_ = ["tmp"]
    tmp = 5
    A = 1
    __secret = 3
    _single = 4

    class Inner:
        pass


print(list(Private), hasattr(Private, "tmp"), enum.unique(Uniq) is Uniq, Uniq.B.value, {Color.RED: "r", N.ONE: "n"}, enum.EnumType is type(Color), dir(Color.RED)[-3:])


class Weekday(Enum):
    MON = 1
    TUE = 2

    def __str__(self):
        return self.name.title()

    def __lt__(self, other):
        return self.value < other.value

    def next(self):
        members = list(type(self))
        return members[(members.index(self) + 1) % len(members)]


print(Weekday.MON, [str(d) for d in Weekday], Weekday.MON < Weekday.TUE, Weekday.TUE.next(), max(Weekday), f"{Weekday.TUE:>5}|")
match Weekday.MON:
    case Weekday.TUE:
        print("tue")
    case Weekday.MON:
        print("mon matched")
