import dataclasses
from dataclasses import (dataclass, field, fields, asdict, astuple, replace, make_dataclass, is_dataclass, InitVar, KW_ONLY,
                         FrozenInstanceError)


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


@dataclass
class Point:
    x: int
    y: int = 0


p = Point(1, 2)
print(p, Point(1), Point(x=3, y=4), p == Point(1, 2), p != Point(2, 1), p == (1, 2), Point.__match_args__, Point.__doc__)
attempt(lambda: Point())
attempt(lambda: Point(1, 2, 3))
attempt(lambda: Point(1, z=3))
attempt(lambda: Point(1, x=3))
attempt(lambda: hash(p))
attempt(lambda: p < Point(3))
print(asdict(p), astuple(p), replace(p, y=9), is_dataclass(p), is_dataclass(Point), is_dataclass(int))
print([f.name for f in fields(Point)], fields(p)[1].default, Point.__init__.__qualname__, Point.__init__.__annotations__, Point.__init__.__defaults__)


@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int = 0
    tags: tuple = field(default=(), compare=False, repr=False)


a, b = Version(1, 2), Version(1, 3, ("x",))
print(a < b, a <= b, a > b, max(a, b), sorted([b, a]), hash(a) == hash(Version(1, 2, ("q",))), {a: 1}[Version(1, 2)])
attempt(lambda: setattr(a, "major", 5))
attempt(lambda: delattr(a, "major"))
attempt(lambda: a < 3)


@dataclass
class Bag:
    name: str
    items: list = field(default_factory=list)
    total: int = field(init=False, default=7)
    log: list = field(init=False, default_factory=list, repr=False)
    scale: InitVar[int] = 2

    def __post_init__(self, scale):
        self.total = len(self.items) * scale


x, y = Bag("a"), Bag("b", [1, 2], 5)
x.items.append(3)
print(x, y, x.items is not y.items, asdict(y), Bag.__doc__)
attempt(lambda: replace(y, total=3))


@dataclass
class Base:
    a: int
    b: int = 2


@dataclass
class Derived(Base):
    b: int = 20
    c: str = "c"
    _: KW_ONLY
    d: float = 1.5
    e: bool


print(Derived(1, e=True), Derived.__match_args__, Derived.__doc__)
attempt(lambda: Derived(1))
attempt(lambda: Derived(1, 2, "x", 4, True))


def bad_default():
    @dataclass
    class B:
        x: list = []


def bad_order():
    @dataclass
    class B:
        x: int = 1
        y: int


def bad_frozen():
    @dataclass(frozen=True)
    class B(Base):
        pass


def bad_eq():
    @dataclass(order=True, eq=False)
    class B:
        x: int


def bad_lt():
    @dataclass(order=True)
    class B:
        x: int

        def __lt__(self, o):
            return True


def bad_annotation():
    @dataclass
    class B:
        x = field()


for f in (bad_default, bad_order, bad_frozen, bad_eq, bad_lt, bad_annotation):
    attempt(f)


@dataclass(slots=True)
class Slotted:
    x: int
    y: int = 5


s = Slotted(1)
print(s, Slotted.__slots__, hasattr(s, "__dict__"))
attempt(lambda: setattr(s, "q", 1))


@dataclass(eq=False)
class Identity:
    x: int


print(Identity(1) == Identity(1), hash(Identity(1)) is not None)


@dataclass(unsafe_hash=True)
class Hashed:
    x: int
    y: list = field(default_factory=list, hash=False)


print(hash(Hashed(1)) == hash((1,)))


@dataclass
class Tree:
    value: int
    children: list["Tree"] = field(default_factory=list)


t = Tree(1, [Tree(2), Tree(3)])
print(t, asdict(t), astuple(t))
t.children.append(t)
print(t)


@dataclass(repr=False, init=False)
class Manual:
    x: int

    def __init__(self):
        self.x = 5


print(Manual().x, Manual.__repr__ is object.__repr__)
C = make_dataclass("C", [("x", int), "y", ("z", int, field(default=5))], namespace={"double": lambda self: self.x * 2})
print(C(1, 2), C(1, 2).double(), C.__annotations__)
match Point(1, 5):
    case Point(1, y):
        print("matched", y)


@dataclass(kw_only=True)
class Options:
    verbose: bool = False
    level: int


print(Options(level=3))
attempt(lambda: Options(3))
attempt(lambda: Options())
attempt(lambda: asdict(3))
attempt(lambda: fields(3))
print(issubclass(FrozenInstanceError, AttributeError), repr(dataclasses.field(metadata={"a": 1}).metadata))
