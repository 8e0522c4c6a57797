"""Making instances whose __init__ has defaults, takes all kinds of arguments, or is not what it should be."""
import dataclasses


class Defaults:
    def __init__(self, a, b=2, c=[]):
        self.a, self.b, self.c = a, b, c

    def __repr__(self):
        return f"{type(self).__name__}({self.a}, {self.b}, {self.c})"


class Stars:
    def __init__(self, *args, **keywords):
        self.given = args, keywords


class Only(Defaults):
    def __init__(self, *, a=1):
        super().__init__(a)


class Returns:
    def __init__(self, a=1):
        return a


class Dying:
    def __init__(self, a, b=1):
        self.a = a
        if b == 5:
            raise ValueError(b)

    def __del__(self):
        print("del", getattr(self, "a", "nothing"))


@dataclasses.dataclass
class Record:
    number: int
    text: str = "text"
    items: list = dataclasses.field(default_factory=list)


def attempt(call):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


for _ in range(12):
    attempt(lambda: (Defaults(1), Defaults(1, 3), Defaults(1, 3, 4), Only()))
for call in (lambda: Defaults(), lambda: Defaults(1, 2, 3, 4), lambda: Only(1), lambda: Stars(1, 2, 3).given, lambda: Stars(1, a=2).given,
             lambda: Dying(1).a, lambda: Dying(), lambda: Dying(1, 2, 3),
             lambda: Record(1), lambda: Record(1, "x"), lambda: Record(1, "x", [2]), lambda: Record(), lambda: Record(1, 2, 3, 4)):
    attempt(call)
attempt(lambda: type(Returns(None)).__name__)
Defaults.__init__.__defaults__ = ("changed", "too")
attempt(lambda: Defaults(1))
Defaults.__init__.__code__ = (lambda self, a, b, c="x": setattr(self, "a", a) or setattr(self, "b", b) or setattr(self, "c", c)).__code__
attempt(lambda: Defaults(1))
attempt(lambda: Defaults(1, 2))
Defaults.__init__ = lambda self: (setattr(self, "a", 0), setattr(self, "b", 0), setattr(self, "c", 0))[3:] or None
attempt(lambda: Defaults())
attempt(lambda: Defaults(1))
