# Enumerations whose members are constants of their module, and decorators that type checkers leave alone.
import enum
import typing


@enum.global_enum
class Color(enum.Enum):
    RED = 1
    BLUE = 2


@enum.global_enum
class Mode(enum.IntFlag):
    READ = 1
    WRITE = 2
    BOTH = 3


@enum.global_enum
class Strict(enum.Flag):
    ONE = 1
    TWO = 2


class Level(enum.IntEnum):
    LOW = 1


enum.global_enum(Level, update_str=True)
print(RED, repr(RED), BLUE is Color.BLUE, [BLUE], f"{RED}")
print(READ, repr(READ), repr(READ | WRITE), repr(Mode(0)), repr(Mode(9)), str(Mode(0)), str(Mode(9)))
print(ONE, str(ONE | TWO), str(Strict(0)))
print(LOW, repr(LOW), f"{LOW:>3}")
print(enum.global_enum.__module__, enum.global_str.__name__, sorted(enum.__all__))


def plain(f):
    """A decorator."""
    return f


quiet = typing.no_type_check_decorator(plain)


@quiet
def unchecked(x: "no type"):
    return x


print(quiet.__name__, quiet.__doc__, unchecked.__no_type_check__, typing.get_type_hints(unchecked), unchecked(3))
