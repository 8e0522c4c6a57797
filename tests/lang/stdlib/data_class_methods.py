# What the methods of data classes do in which order, with fields that raise or refuse, in subclasses and with threads.
import dataclasses
import sys
import threading
import traceback
from dataclasses import InitVar, dataclass, field


class Loud:
    def __init__(self, name, order=0):
        self.name, self.order = name, order

    def __eq__(self, other):
        print("eq", self.name, other.name)
        return self.order == other.order

    def __lt__(self, other):
        print("lt", self.name, other.name)
        return "less" if self.order < other.order else ""

    def __hash__(self):
        print("hash", self.name)
        return self.order

    def __repr__(self):
        return f"<{self.name}>"


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


@dataclass(order=True, frozen=True)
class Two:
    a: object
    b: object


p, q = Loud("p"), Loud("q", 1)
for f in (lambda: Two(p, 1) == Two(p, 2), lambda: Two(p, q) == Two(q, p), lambda: Two(p, 1) < Two(q, 0), lambda: Two(q, 1) < Two(p, 0),
          lambda: Two(p, 1) < Two(p, 1), lambda: Two(p, 1) <= Two(p, 1), lambda: Two(p, 1) > Two(q, 1), lambda: Two(1, 2) >= Two(1, 1),
          lambda: hash(Two(p, q)) == hash((p, q)), lambda: Two(1, 2) == (1, 2), lambda: Two(1, 2) < (1, 2), lambda: Two(1, "x") < Two(1, 2),
          lambda: hash(Two(1, [])), lambda: Two(p, q), lambda: Two.__eq__(Two(1, 2), 3), lambda: Two.__lt__(1, Two(1, 2)),
          lambda: Two.__eq__(Two(1, 2)), lambda: Two.__repr__(), lambda: Two(1, 2).__hash__(3), lambda: Two.__eq__(1, 2)):
    attempt(f)


@dataclass
class Base:
    x: int
    y: list = field(default_factory=list)


@dataclass
class Derived(Base):
    z: InitVar[int] = 5
    w: InitVar[str] = "w"
    total: int = field(init=False)

    def __post_init__(self, z, w):
        self.total = self.x + z
        self.w2 = w


class Plain(Base):
    pass


d = Derived(1, z=2)
print(d, d.w2, Derived(1, [2], 3, "v").w2, Base(1) == Plain(1), Plain(1) == Plain(1), Plain(3))
d.y.append(d)
print(d)
del d.x
attempt(lambda: repr(d))
attempt(lambda: d == Derived(1))
attempt(lambda: Base(1) == d)


@dataclass(frozen=True, order=True)
class Packed:
    __slots__ = ("m", "n")
    m: int
    n: int


@dataclass(frozen=True, slots=True, order=True)
class Slotted:
    m: int
    n: int = 3


for cls in (Packed, Slotted):
    a, b = cls(1, 2), cls(1, 3)
    print(a, b, a < b, a == b, a == cls(1, 2), hash(a) == hash(cls(1, 2)), sorted([b, a]))
    attempt(lambda: setattr(a, "m", 2))


class Disguised(Base):
    __class__ = Base


print(Disguised(1) == Base(1), Base(1) == Disguised(1), Disguised(1))


@dataclass
class Node:
    value: int
    next: "Node" = None


def chain(n):
    node = None
    for i in range(n):
        node = Node(i, node)
    return node


print(chain(50) == chain(50), chain(3))
for f in (lambda: chain(100000) == chain(100000), lambda: repr(chain(100000))):
    try:
        f()
    except RecursionError:
        print("RecursionError")


@dataclass
class Endless:
    inner: object = field(default_factory=lambda: Endless())


sys.setrecursionlimit(200)
try:
    Endless()
except RecursionError:
    print("RecursionError")
sys.setrecursionlimit(1000)


@dataclass
class Failing:
    a: int
    b: int = field(default_factory=lambda: 1 // 0)

    def __post_init__(self):
        raise ValueError("after")


def places(f):
    try:
        f()
    except Exception as e:
        for entry in traceback.extract_tb(e.__traceback__)[1:]:
            if entry.filename == "<string>":
                print(entry.filename, entry.lineno, entry.name, end="; ")
        print(type(e).__name__, e)


places(lambda: Failing(1))
places(lambda: Failing(1, 2))
places(lambda: Two([], 1) < Two([], object()))
places(lambda: hash(Two([], 1)))
for name in ("__init__", "__eq__", "__lt__", "__hash__", "__repr__"):
    f = getattr(getattr(Two, name), "__wrapped__", getattr(Two, name))
    print(type(f).__name__, f.__name__, f.__qualname__, f.__module__, f.__code__.co_filename, f.__code__.co_varnames[:f.__code__.co_argcount], f.__defaults__)
print(Two.__repr__.__wrapped__(Two(1, 2)), Two.__repr__.__wrapped__.__qualname__)


# Threads compare and print objects while others change them: each answer is one that some state gives.
shared = Base(0, [0])
wrong = []


def change():
    for i in range(3000):
        shared.x = i
        shared.y = [i]


def look():
    for i in range(1000):
        if (shared == Base(-1)) is not False or not repr(shared).startswith("Base(x="):
            wrong.append(i)
        Two(i, shared)


threads = [threading.Thread(target=f) for f in (change, look, look, change)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(wrong, shared == Base(2999, [2999]))
