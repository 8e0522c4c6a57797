# match in realistic use: an AST walker, event handling, commands, nested data with guards, and patterns over dataclasses and enums.
from dataclasses import dataclass
from enum import Enum


@dataclass
class Num: value: float
@dataclass
class Var: name: str
@dataclass
class Op: op: str; left: object; right: object
@dataclass
class Neg: arg: object


def simplify(e):
    match e:
        case Op("+", Num(0), x) | Op("+", x, Num(0)) | Op("*", Num(1), x) | Op("*", x, Num(1)): return simplify(x)
        case Op("*", Num(0), _) | Op("*", _, Num(0)): return Num(0)
        case Op("-", a, b) if a == b: return Num(0)
        case Op("**", _, Num(0)): return Num(1)
        case Op(op, Num(a), Num(b)): return Num({"+": a + b, "-": a - b, "*": a * b}[op])
        case Neg(Neg(x)): return simplify(x)
        case Neg(Num(v)): return Num(-v)
        case Op(op, l, r):
            sl, sr = simplify(l), simplify(r)
            return simplify(Op(op, sl, sr)) if (sl, sr) != (l, r) else e
        case Neg(x) if (s := simplify(x)) != x: return simplify(Neg(s))
        case _: return e


def derive(e, x):
    match e:
        case Num(): return Num(0)
        case Var(name=n): return Num(int(n == x))
        case Neg(a): return Neg(derive(a, x))
        case Op("+" | "-" as op, a, b): return Op(op, derive(a, x), derive(b, x))
        case Op("*", a, b): return Op("+", Op("*", derive(a, x), b), Op("*", a, derive(b, x)))
        case Op("**", base, Num(n)): return Op("*", Op("*", Num(n), Op("**", base, Num(n - 1))), derive(base, x))
        case Op(op): raise ValueError(f"cannot derive {op}")


def show(e, outer=0):
    levels = {"+": 1, "-": 1, "*": 2, "**": 3}
    match e:
        case Num(v): return f"{v:g}"
        case Var(n): return n
        case Neg(a): return f"-{show(a, 9)}"
        case Op(op, a, b):
            text = f"{show(a, levels[op])} {op} {show(b, levels[op])}"
            return f"({text})" if levels[op] < outer else text


x = Var("x")
for e in (Op("+", Op("*", Num(0), x), Num(3)), Op("*", Op("+", Num(1), Num(2)), Op("**", x, Num(1))), Neg(Neg(Neg(Num(2)))), Op("-", Op("*", x, x), Op("*", x, x)), Op("+", Op("**", x, Num(3)), Op("*", Num(2), x))):
    print(show(e), "=>", show(simplify(e)), "d/dx", show(simplify(derive(e, "x"))))
try:
    derive(Op("/", x, x), "x")
except ValueError as err:
    print(err)
print(derive("nothing", "x"))


class Key(Enum): UP = "up"; DOWN = "down"; QUIT = "q"


def handle(event, state):
    match event, state:
        case {"type": "key", "key": (Key.UP | Key.DOWN) as k}, {"y": int(y), **rest}: return {**rest, "y": y + (1 if k is Key.UP else -1)}
        case {"type": "click", "pos": (px, py), "button": 1 | 2 as b}, _ if 0 <= px < 10 and 0 <= py < 10: return {**state, "clicked": (px, py, b)}
        case {"type": "click"}, {"locked": True}: return "locked"
        case {"type": "text", "value": str(v)}, {"text": [*old]}: return {**state, "text": [*old, *v.split()]}
        case {"type": "key", "key": Key.QUIT}, _: return None
        case {"type": ("resize" | "move") as t, **args}, _: return f"{t} {sorted(args.items())}"
        case {"type": unknown, **_extra}, _: return f"ignored {unknown}"
        case _: return "not an event"


state = {"y": 5, "text": [], "locked": False}
for ev in ({"type": "key", "key": Key.UP}, {"type": "click", "pos": (3, 4), "button": 2}, {"type": "click", "pos": (30, 4), "button": 1}, {"type": "text", "value": "a b"}, {"type": "key", "key": Key.QUIT}, {"type": "resize", "w": 3, "h": 4}, {"type": "other"}, {}, 5, {"type": "click", "pos": [1, 1], "button": 3}):
    print(handle(ev, state), end=" | ")
print(handle({"type": "click"}, {"locked": True}))


def command(line):
    match line.split():
        case []: return "empty"
        case ["quit" | "exit" | "q"]: return "bye"
        case ["go", ("north" | "south") as d]: return f"going {d}"
        case ["go", other]: return f"no way {other}"
        case ["get", *things] if things: return f"getting {', '.join(things)}"
        case ["set", name, "=", value] | [name, ":=", value]: return f"{name} <- {value}"
        case [verb, "all", *_] | ["all", verb]: return f"{verb} everything"
        case [one]: return f"single {one}"
        case [first, *_, last]: return f"{first}...{last}"


print([command(l) for l in ("", "q", "go north", "go up", "get a b", "get", "set x = 1", "y := 2", "take all now", "all drop", "w", "a b c d")])


def shape(v):
    match v:
        case [] | {} | "": return "empty"
        case [int() | float(), *_] if all(isinstance(i, (int, float)) for i in v): return f"numbers sum {sum(v)}"
        case [str() as first, *rest]: return f"strings {first}+{len(rest)}"
        case [[*_], *_]: return "nested " + ",".join(map(shape, v))
        case {"children": [*kids]}: return f"tree({' '.join(map(shape, kids))})"
        case {**d} if len(d) == 1 and (k := next(iter(d))): return f"single {k}"
        case (bool() | None) as b: return f"const {b}"
        case complex(real=r, imag=i): return f"complex {r} {i}"
        case int(n) if n.bit_length() > 64: return "big"
        case int() | float(): return "scalar"
        case object(__class__=c): return c.__name__


print([shape(v) for v in ([], [1, 2.5], ["a", 1], [[1], ["x"], []], {"children": [1, {"children": []}]}, {"k": 1}, True, None, 1j, 2 ** 70, 5, "text", {1, 2}, print)])
