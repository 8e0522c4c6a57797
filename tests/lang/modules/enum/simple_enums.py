"""enum._simple_enum, which makes an enumeration of an ordinary class."""
import enum
from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, _simple_enum, auto


@_simple_enum(Enum)
class Color:
    RED = auto()
    GREEN = auto()
    BLUE = 7
    AZURE = 7
    CYAN = auto()

    def shout(self):
        return self.name + "!"


print(list(Color), Color.AZURE is Color.BLUE, Color(2), Color["CYAN"], Color.RED.shout(), Color.__doc__, repr(Color), Color.__members__)
print(Color.__qualname__, Color.__module__, isinstance(Color.RED, Color), len(Color), Color.RED.value, type(Color))


@_simple_enum(IntEnum)
class Number:
    "numbers"
    ONE = 1
    TWO = auto()
    FIVE = 5
    NEXT = auto()


print(list(Number), Number.TWO + 1, Number.NEXT > Number.ONE, str(Number.FIVE), Number.__doc__, f"{Number.TWO}")


@_simple_enum(StrEnum)
class Word:
    HELLO = auto()
    BYE = "bye bye"


print(list(Word), Word.BYE.upper(), Word("hello"), str(Word.BYE))


@_simple_enum(Flag)
class Mode:
    R = 1
    W = 2
    X = 8
    ALL = 11
    ALSO = 8


print(list(Mode), Mode.R | Mode.W, Mode.ALL, ~Mode.R, Mode(3), Mode.ALSO, len(Mode), Mode._flag_mask_, Mode._all_bits_)


@_simple_enum(IntFlag, boundary=enum.KEEP)
class Bits:
    A = 4
    B = 2
    C = 1


print(list(Bits), Bits(6), Bits(64), Bits.A | 1, ~Bits.A, int(Bits(7)))


@_simple_enum(Enum)
class Point:
    ORIGIN = (0, 0)
    UNIT = (1, 1)

    def __init__(self, pair):
        self.x, self.y = pair


print(list(Point), Point.UNIT.x, Point((0, 0)))


@_simple_enum(Enum, use_args=True)
class Planet:
    EARTH = 3, "blue"
    MARS = 4, "red"

    def __new__(cls, number, color):
        member = object.__new__(cls)
        member._value_ = number
        member.color = color
        return member


print(list(Planet), Planet.MARS.color, Planet(3), Planet.EARTH.value)
try:
    Planet(9)
except ValueError as e:
    print(e)
try:
    Color.RED = 3
except AttributeError as e:
    print(type(e).__name__)
