"""Data classes with an order: numbers, what is no number, what is missing, and classes that change how they are read."""
from dataclasses import dataclass, field


@dataclass(order=True)
class Event:
    time: float
    number: int
    name: str = field(compare=False, default="")


@dataclass(order=True)
class Mixed:
    a: object
    b: object


@dataclass(order=True)
class Later(Event):
    extra: int = 0


@dataclass(order=True)
class Slotted:
    __slots__ = ("x", "y")
    x: int
    y: float


def compared(a, b):
    out = []
    for name, test in (("<", lambda: a < b), ("<=", lambda: a <= b), (">", lambda: a > b), (">=", lambda: a >= b), ("==", lambda: a == b), ("!=", lambda: a != b)):
        try:
            out.append(f"{name}{test()}")
        except (TypeError, AttributeError) as e:
            out.append(f"{name}{type(e).__name__}: {e}")
    return out


nan = float("nan")
big = 2 ** 70
pairs = [(Event(1.0, 2), Event(1.0, 3)), (Event(1, 2), Event(1.0, 2)), (Event(2.5, 0, "x"), Event(2.5, 0, "y")), (Event(-0.0, 1), Event(0.0, 1)),
         (Event(nan, 1), Event(nan, 2)), (Event(nan, 1), Event(1.0, 0)), (Event(True, 1), Event(1, 1)), (Event(1.0, big), Event(1.0, big + 1)),
         (Mixed(1, "a"), Mixed(1, "b")), (Mixed(None, 1), Mixed(None, 2)), (Mixed(None, 1), Mixed(1, 2)), (Mixed(1, None), Mixed(2, "x")),
         (Mixed(1, None), Mixed(1, "x")), (Mixed((1, 2), 0), Mixed((1, 3), 0)), (Event(1.0, 2), Later(1.0, 2)), (Event(1.0, 2), 5), (Slotted(1, 2.0), Slotted(1, 2.5)),
         (Slotted(3, 1.0), Slotted(2, 9.0))]
for _ in range(3):                       # when the places have learnt what they see, too
    for a, b in pairs:
        print(compared(a, b))

incomplete = Event(1.0, 2)
del incomplete.number
print(compared(incomplete, Event(0.5, 1)), compared(Event(0.5, 1), incomplete))
unset = Slotted(1, 2.0)
del unset.y
print(compared(unset, Slotted(5, 1.0)))

moved = Event(1.0, 7)
moved.__dict__["number"] = 1
print(compared(moved, Event(1.0, 2)))


@dataclass(order=True)
class Disguised:
    n: int

    @property
    def __class__(self):
        return int if self.n > 5 else Disguised


print(compared(Disguised(1), Disguised(2)), compared(Disguised(1), Disguised(9)), compared(Disguised(8), Disguised(9)))
Event.__getattribute__ = lambda self, name: 7 if name == "time" else object.__getattribute__(self, name)
print(compared(Event(1.0, 1), Event(0.0, 2)))
