# dataclasses: every option and field parameter, inheritance, InitVar, ClassVar, slots, kw_only, errors.
import dataclasses
from dataclasses import KW_ONLY, InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, make_dataclass, replace
from typing import Any, ClassVar


def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


@dataclass
class P:
    "A point."
    x: int
    y: int = 0
    tags: list = field(default_factory=list)
    hidden: int = field(default=5, repr=False, compare=False)
    kind: ClassVar[str] = "p"


a, b = P(1), P(1, 0, [], 99)
print(a, b, a == b, a != P(2), a.tags is b.tags, P.kind, P.__doc__, P.__match_args__, [f.name for f in fields(P)], asdict(b), astuple(b), is_dataclass(P), is_dataclass(a), is_dataclass(5), replace(a, x=9), a.__eq__(5), P.__hash__)
for f in (lambda: P(), lambda: P(1, 2, 3, 4, 5), lambda: P(z=1), lambda: hash(a), lambda: a < b, lambda: replace(a, q=1), lambda: fields(5), lambda: asdict(P), lambda: astuple(5), lambda: replace(5)):
    show(f)


@dataclass(order=True, frozen=True)
class V:
    major: int
    minor: int = 0
    note: str = field(default="", compare=False)


print(V(1, 2) < V(1, 3), V(2) > V(1, 9), sorted([V(2), V(1, 5), V(1)]), hash(V(1, 2)) == hash(V(1, 2, "n")), V(1) <= V(1, 0, "x"), {V(1): "a"}[V(1, 0, "z")])
v = V(1)
for f in (lambda: setattr(v, "major", 2), lambda: delattr(v, "major"), lambda: setattr(v, "new", 2), lambda: v < 5, lambda: v < P(1)):
    show(f)
show(lambda: object.__setattr__(v, "major", 7) or v)


@dataclass(slots=True, kw_only=True)
class S:
    a: int
    b: int = 2


s = S(a=1)
print(s, S.__slots__, hasattr(s, "__dict__"), s == S(a=1, b=2))
show(lambda: S(1))
show(lambda: setattr(s, "c", 1))


@dataclass
class K:
    a: int
    _: KW_ONLY
    b: int = 1
    c: int = field(kw_only=True)
    d: int = field(default=4, kw_only=False)


print(K(1, c=3), K(1, 2, c=3), K.__match_args__, [(f.name, f.kw_only) for f in fields(K)])
show(lambda: K(1))
show(lambda: K(1, 2, 3))


@dataclass
class Init:
    base: int
    scale: InitVar[int] = 2
    total: int = field(init=False)
    seen: list = field(init=False, default_factory=list, repr=False)

    def __post_init__(self, scale):
        self.total = self.base * scale
        self.seen.append(scale)


i = Init(3, 5)
print(i, i.seen, Init(4), [f.name for f in fields(Init)], replace(i, base=10, scale=1), Init.scale)
show(lambda: replace(i, total=5))


@dataclass
class Base:
    x: Any = 15.0
    y: int = 0


@dataclass
class Child(Base):
    z: int = 10
    x: int = 15

    def __repr__(self):
        return f"<Child {self.x}>"


@dataclass(repr=False, eq=False)
class Plain(Child):
    w: int = 1


print(Child(), [f.name for f in fields(Child)], Child(1, 2, 3).z, Plain().w, Plain() == Plain(), Base() == Child(), repr(Plain()), Plain.__eq__ is Base.__eq__)


@dataclass(unsafe_hash=True)
class U:
    x: int
    y: list = field(default_factory=list, hash=False)


@dataclass(eq=True, frozen=False, init=False, match_args=False)
class NoInit:
    x: int = 3

    def __init__(self, *a):
        self.x = sum(a)


print(hash(U(1)) == hash(U(1, [2])), NoInit(1, 2), hasattr(NoInit, "__match_args__"))


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
    @dataclass
    class B(V):
        z: int = 1


def both_defaults():
    field(default=1, default_factory=int)


def order_without_eq():
    @dataclass(order=True, eq=False)
    class B:
        x: int


def own_lt():
    @dataclass(order=True)
    class B:
        x: int

        def __lt__(self, o):
            return True


def own_hash():
    @dataclass(unsafe_hash=True)
    class B:
        x: int

        def __hash__(self):
            return 1


def frozen_setattr():
    @dataclass(frozen=True)
    class B:
        x: int

        def __setattr__(self, n, v):
            pass


def class_factory():
    @dataclass
    class B:
        x: ClassVar[list] = field(default_factory=list)


def two_kw_only():
    @dataclass
    class B:
        _: KW_ONLY
        __: KW_ONLY


def slots_conflict():
    @dataclass(slots=True)
    class B:
        __slots__ = ("x",)
        x: int


for f in (bad_default, bad_order, bad_frozen, both_defaults, order_without_eq, own_lt, own_hash, frozen_setattr, class_factory, two_kw_only, slots_conflict):
    show(f)
M = make_dataclass("M", ["a", ("b", int), ("c", list, field(default_factory=list))], namespace={"double": lambda self: self.b * 2}, bases=(Base,) if False else (), frozen=True)
m = M(1, 2)
print(m, m.double(), M.__name__, [(f.name, f.type) for f in fields(M)])
show(make_dataclass, "N", ["def"])
show(make_dataclass, "N", ["a", "a"])


@dataclass
class Node:
    v: int
    kids: list["Node"] = field(default_factory=list)
    meta: dict = field(default_factory=dict)
    pair: tuple = ()


tree = Node(1, [Node(2), Node(3, [Node(4)])], {"k": Node(5)}, (Node(6), 7))
print(asdict(tree), astuple(tree), asdict(tree, dict_factory=lambda items: [k for k, _ in items]), astuple(V(1), tuple_factory=list))
tree.kids.append(tree)
print(repr(tree))
f = fields(P)[3]
print(f.name, f.type, f.default, f.repr, f.compare, f.init, f.hash, f.kw_only, f.metadata, fields(P)[0].default is dataclasses.MISSING, field(metadata={"unit": "m"}).metadata["unit"], repr(dataclasses.MISSING)[:12])
match P(3, 4):
    case P(3, y):
        print("matched", y)


@dataclass
class WithProp:
    name: str

    @property
    def upper(self):
        return self.name.upper()

    @classmethod
    def make(cls, n):
        return cls(n * 2)

    def __lt__(self, o):
        return self.name < o.name


print(sorted([WithProp("b"), WithProp("a")]), WithProp.make("q").upper, WithProp("x").__dict__)
