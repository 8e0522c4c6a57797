# match: every kind of pattern, nested and combined, guards, captures left by failed patterns.
import collections
import collections.abc
import enum
import dataclasses


class Color(enum.Enum):
    RED = 1
    BLUE = 2


class NS:
    LIMIT = 10
    class sub:
        name = "deep"


@dataclasses.dataclass
class Point:
    x: int
    y: int = 0


class Seg:
    __match_args__ = ("a", "b")
    def __init__(self, a, b): self.a, self.b = a, b


Named = collections.namedtuple("Named", "first second")


class Abc(collections.abc.Sequence):
    def __init__(self, *v): self.v = v
    def __len__(self): return len(self.v)
    def __getitem__(self, i): return self.v[i]


class AMap(collections.abc.Mapping):
    def __init__(self, **d): self.d = d
    def __getitem__(self, k): return self.d[k]
    def __len__(self): return len(self.d)
    def __iter__(self): return iter(self.d)


class Duck:
    def __len__(self): return 2
    def __getitem__(self, i): return i


def kind(v):
    match v:
        case None: return "None"
        case True: return "True"
        case False: return "False"
        case 0: return "zero"
        case -1: return "minus one"
        case 2.5: return "2.5"
        case -3 + 4j: return "complex"
        case 1 | 2 | 3 as small: return f"small {small}"
        case "a" "b": return "joined"
        case b"bytes": return "bytes"
        case Color.RED: return "red"
        case NS.LIMIT: return "limit"
        case NS.sub.name: return "dotted deep"
        case int(n) if n > 100: return f"big {n}"
        case int() | float() as num: return f"number {num}"
        case str() as s if len(s) > 3: return f"long str {s}"
        case str(s): return f"str {s}"
        case []: return "empty seq"
        case [x]: return f"one {x}"
        case [1, 2, *rest]: return f"12 then {rest}"
        case [*_, "end"]: return "ends with end"
        case [first, *mid, last] if first == last: return f"same ends {mid}"
        case [[a, b], [c, d]]: return f"matrix {a}{b}{c}{d}"
        case (Point(x=0), _): return "pair with origin x"
        case [_, _]: return "pair"
        case [*items]: return f"seq of {len(items)}"
        case {"type": "circle", "r": r}: return f"circle {r}"
        case {"type": t, **rest}: return f"{t} {rest}"
        case {"a": {"b": [_, {"c": deep}]}}: return f"deep {deep}"
        case {1: x, Color.BLUE: y}: return f"keys {x} {y}"
        case {**everything} if everything: return f"map {everything}"
        case {}: return "empty or any map"
        case Point(0, 0): return "origin"
        case Point(x, y=0): return f"on x {x}"
        case Point(x=px, y=py) if px == py: return f"diagonal {px}"
        case Point(): return "point"
        case Seg(Point(x=0) as p, b=Point(y=yy)): return f"seg {p} {yy}"
        case Seg(a, b) if (total := a.x + b.x if isinstance(a, Point) else 0): return f"seg sum {total}"
        case Seg(): return "seg"
        case set() | frozenset(): return "set"
        case type(): return "type"
        case BaseException(args=(msg, *_)): return f"exc {msg}"
        case _: return "other"


values = [None, True, False, 0, 0.0, -0.0, -1, 2.5, -3 + 4j, 1, 2.0, 3, "ab", b"bytes", bytearray(b"bytes"), Color.RED, Color.BLUE, 10, "deep", 101, 50, 7.5, "long one", "x", [], (), [5], ("t",), [1, 2], [1, 2, 3, 4],
          (9, "end"), [7, 8, 7], [[1, 2], [3, 4]], (Point(0, 5), 1), (Point(1, 5), 1), ["a", "b", "c"], range(3), collections.deque([1, 2, 9]), Abc(4, 5), Abc(1), Duck(), "str", iter([1]), {"type": "circle", "r": 2},
          {"type": "sq", "w": 1}, {"a": {"b": [0, {"c": "found"}]}}, {1: "one", Color.BLUE: "blue", 3: 3}, {"zz": 1}, {}, AMap(type="circle", r=9), AMap(q=1), collections.OrderedDict(type="od"), collections.defaultdict(int),
          Point(0, 0), Point(4, 0), Point(3, 3), Point(1, 2), Seg(Point(0, 1), Point(5, 6)), Seg(Point(2, 1), Point(5, 6)), Seg(1, 2), {1}, frozenset(), int, ValueError("msg", 1), ValueError(), Named(1, 2), Named(8, 9), object, ..., NotImplemented, memoryview(b"ab"), lambda: 0]
for v in values:
    print(type(v).__name__, "->", kind(v))


def captures(v):
    a = b = c = "unset"
    match v:
        case [a, b, 99]: return "first", a, b, c
        case [a, 2, c]: return "second", a, b, c
        case (a, b) | (a, b, _): return "third", a, b, c
    return "none", a, b, c


for v in ([1, 2, 99], [1, 2, 3], [5, 6, 7], [5, 6], [1], 5):
    print(captures(v))


def builtins_positional(v):
    match v:
        case bool(b): return "bool", b
        case bytes(b): return "bytes", b
        case dict(d): return "dict", d
        case float(f): return "float", f
        case frozenset(f): return "fs", f
        case tuple((a, b)): return "tuple2", a, b
        case list([a, *_] as whole): return "list", a, whole
        case set(s): return "set", s
        case str("exact"): return "exact"
        case int(real=r, imag=0): return "int", r


for v in (True, b"x", {"k": 1}, 1.5, frozenset([1]), (1, 2), [3, 4], {5}, "exact", 6, "no", (1, 2, 3)):
    print(builtins_positional(v))
