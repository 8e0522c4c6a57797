# An inventory with dataclasses, enums, pricing rules, queries written as method chains, and a text report.
from __future__ import annotations

import enum
from collections import Counter, defaultdict
from dataclasses import asdict, dataclass, field, replace
from itertools import groupby
from typing import ClassVar, Iterable, Optional


class Kind(enum.Enum):
    TOOL = "tool"
    PART = "part"
    FOOD = "food"

    @property
    def tax(self) -> float:
        return {Kind.FOOD: 0.05}.get(self, 0.2)


class Flag(enum.IntFlag):
    NONE = 0
    FRAGILE = enum.auto()
    HEAVY = enum.auto()
    SEALED = enum.auto()


@dataclass(order=True, frozen=True)
class Item:
    sort_index: tuple = field(init=False, repr=False, compare=True)
    name: str
    kind: Kind = field(compare=False)
    price: int = 0
    tags: frozenset[str] = frozenset()
    flags: Flag = Flag.NONE
    count: ClassVar[int] = 0

    def __post_init__(self):
        object.__setattr__(self, "sort_index", (-self.price, self.name))
        if self.price < 0:
            raise ValueError(f"negative price for {self.name}")
        type(self).count += 1

    def __matmul__(self, percent: int) -> Item:
        return replace(self, price=self.price * (100 - percent) // 100)


@dataclass
class Line:
    item: Item
    quantity: int = 1
    note: Optional[str] = None

    @property
    def total(self) -> float:
        return round(self.quantity * self.item.price * (1 + self.item.kind.tax), 2)


class Query:
    def __init__(self, source: Iterable, steps=()):
        self.source, self.steps = source, steps

    def _with(self, step): return Query(self.source, (*self.steps, step))
    def where(self, *tests, **equal): return self._with(lambda it: (x for x in it if all(t(x) for t in tests) and all(getattr(x, k) == v for k, v in equal.items())))
    def select(self, f): return self._with(lambda it: map(f, it))
    def order(self, key, reverse=False): return self._with(lambda it: sorted(it, key=key, reverse=reverse))
    def take(self, n): return self._with(lambda it: (x for _, x in zip(range(n), it)))
    def group(self, key): return {k: list(g) for k, g in groupby(sorted(self, key=key), key=key)}

    def __iter__(self):
        it = iter(self.source)
        for s in self.steps:
            it = s(it)
        return iter(it)

    def __len__(self): return sum(1 for _ in self)


class Inventory:
    def __init__(self): self.lines: dict[str, Line] = {}

    def __iadd__(self, other):
        match other:
            case Item() as item: line = Line(item)
            case (Item() as item, int(n)): line = Line(item, n)
            case (Item() as item, int(n), str(note)): line = Line(item, n, note)
            case Line() as line: pass
            case _: return NotImplemented
        if line.item.name in self.lines:
            self.lines[line.item.name].quantity += line.quantity
        else:
            self.lines[line.item.name] = line
        return self

    def __isub__(self, pair):
        name, n = pair
        line = self.lines[name]
        if line.quantity < n:
            raise ValueError(f"only {line.quantity} of {name}")
        line.quantity -= n
        if not line.quantity:
            del self.lines[name]
        return self

    def __getattr__(self, name):
        if name.startswith("by_"):
            attribute = name.removeprefix("by_")
            return lambda value: [l for l in self if getattr(l.item, attribute) == value]
        raise AttributeError(name)

    def __iter__(self): return iter(self.lines.values())
    def __contains__(self, name): return name in self.lines
    def __bool__(self): return bool(self.lines)

    def report(self):
        yield f"{'name':<10}{'kind':^8}{'n':>4}{'price':>10}{'total':>12}"
        yield "-" * 44
        totals = defaultdict(float)
        for l in sorted(self, key=lambda l: l.item):
            totals[l.item.kind] += l.total
            yield f"{l.item.name:<10.9}{l.item.kind.name.lower():^8}{l.quantity:>4}{l.item.price:>10,}{l.total:>12,.2f}" + (f"  # {l.note}" if l.note else "")
        yield f"{'':-<44}"
        for kind in Kind:
            if kind in totals:
                yield f"{kind.value:<32}{totals[kind]:>12,.2f}"


hammer = Item("hammer", Kind.TOOL, 2500, frozenset({"steel", "hand"}), Flag.HEAVY)
screw = Item("screw", Kind.PART, 3)
glass = Item("glass", Kind.PART, 999, flags=Flag.FRAGILE | Flag.SEALED)
bread = Item("bread", Kind.FOOD, 250)
stock = Inventory()
print(bool(stock))
stock += hammer
stock += screw, 1000
stock += glass, 5, "handle with care"
stock += Line(bread, 12)
stock += screw, 50
stock -= "glass", 2
print(*stock.report(), sep="\n")
for action in (lambda: stock.__isub__(("bread", 99)), lambda: stock.__isub__(("nail", 1)), lambda: Item("x", Kind.TOOL, -1), lambda: setattr(hammer, "price", 1), lambda: stock.nothing, lambda: Kind("gas"), lambda: Item(), lambda: Item("a", Kind.TOOL, color="red")):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)
try:
    stock += "junk"
except TypeError as e:
    print(e)
print(hammer @ 10, sorted([screw, hammer, glass])[0].name, hammer == replace(hammer), hash(hammer) == hash(replace(hammer)), Item.count, asdict(Line(bread))["item"]["kind"])
q = Query(stock)
print([l.item.name for l in q.where(lambda l: l.quantity > 4)], list(q.select(lambda l: l.total).order(float, reverse=True).take(2)), len(q), {k.name: len(v) for k, v in sorted(q.select(lambda l: l.item).group(lambda i: i.kind.value and i.kind.name) and q.group(lambda l: l.item.kind.name).items() and [(k, v) for k, v in q.group(lambda l: l.item.kind.value).items()] and [(Kind(k), v) for k, v in q.group(lambda l: l.item.kind.value).items()], key=lambda p: p[0].name)})
print([l.item.name for l in stock.by_kind(Kind.PART)], "screw" in stock, glass.flags, Flag.FRAGILE in glass.flags, ~Flag.HEAVY & glass.flags, Flag(3), list(Flag), Kind["FOOD"], Kind.TOOL.tax, Counter(l.item.kind.name for l in stock))
print(Item.__annotations__["price"], Line.__annotations__, Query.__init__.__annotations__)
