# matching all: compared with CPython.
class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Color:
    RED = "red"


def what(v):
    match v:
        case None | True | False:
            return "singleton"
        case 0:
            return "zero"
        case -1 | 1.5 | 2 + 3j:
            return "number"
        case "a" | b"b":
            return "text"
        case Color.RED:
            return "red"
        case []:
            return "empty"
        case [x]:
            return f"one {x}"
        case [1, *rest]:
            return f"starts with 1, {rest}"
        case (first, *_, last) if first == last:
            return f"same ends {first}"
        case [[a, b], *others]:
            return f"nested {a} {b} {others}"
        case {"kind": "k", "value": value, **rest}:
            return f"mapping {value} {rest}"
        case {"only": [x, y]}:
            return f"only {x} {y}"
        case {}:
            return "some mapping"
        case Point(0, 0):
            return "origin"
        case Point(x=0, y=y) | Point(y, 0):
            return f"axis {y}"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point():
            return "point"
        case int(n) | float(n):
            return f"numeric {n}"
        case str() as s:
            return f"str {s}"
        case (1 | 2 as n, *_):
            return n
        case _:
            return "other"


for v in (None, True, 0, 0.0, -1, 1.5, 2 + 3j, "a", b"b", "red", [], (), [5], [1, 2, 3], (4, 5, 4), [[1, 2], 3, 4],
          {"kind": "k", "value": 1, "more": 2}, {"only": (1, 2)}, {"x": 1}, Point(0, 0), Point(0, 3), Point(4, 0),
          Point(2, 2), Point(1, 2), 7, 7.5, "xyz", (2, 9), {1, 2}, "", range(3), range(1)):
    print(type(v).__name__, what(v))


def binds(v):
    match v:
        case [a, b] if a > b:
            r = "gt"
        case [a, b]:
            r = "le"
    return r, a, b


print(binds([2, 1]), binds([1, 2]))
try:
    binds(3)
except UnboundLocalError as e:
    print(e)
try:
    match 1:
        case int(1, 2):
            pass
except TypeError as e:
    print(e)


class NoArgs:
    pass


try:
    match NoArgs():
        case NoArgs(1):
            pass
except TypeError as e:
    print(e)
match 3, 4:
    case x, y:
        print(x + y)
match {"a": 1}:
    case {"a": 1, "b": 2}:
        print("no")
    case {"a": int(q)}:
        print("q", q)
