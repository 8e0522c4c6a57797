"""Inventory with dataclasses, enums, named tuples, sorting by several keys and formatted reports."""
import enum
import itertools
import operator
from collections import defaultdict, namedtuple
from dataclasses import dataclass, field, replace, asdict, astuple
from decimal import Decimal
from typing import ClassVar


class Category(enum.Enum):
    TOOL = "tool"
    FOOD = "food"
    BOOK = "book"

    @property
    def tax(self):
        return {"tool": Decimal("0.20"), "food": Decimal("0.055"), "book": Decimal("0.10")}[self.value]


class Flags(enum.Flag):
    NONE = 0
    FRAGILE = enum.auto()
    HEAVY = enum.auto()
    COLD = enum.auto()


@dataclass(order=True)
class Item:
    sort_index: tuple = field(init=False, repr=False)
    name: str
    category: Category
    price: Decimal
    stock: int = 0
    flags: Flags = Flags.NONE
    count: ClassVar[int] = 0

    def __post_init__(self):
        if self.price < 0:
            raise ValueError(f"negative price for {self.name}")
        self.sort_index = (self.category.value, self.price, self.name)
        type(self).count += 1

    @property
    def value(self):
        return self.price * self.stock

    def gross(self):
        return (self.price * (1 + self.category.tax)).quantize(Decimal("0.01"))


Line = namedtuple("Line", "name quantity total", defaults=(Decimal(0),))
stock = [
    Item("hammer", Category.TOOL, Decimal("12.50"), 10, Flags.HEAVY),
    Item("milk", Category.FOOD, Decimal("0.99"), 200, Flags.COLD | Flags.FRAGILE),
    Item("novel", Category.BOOK, Decimal("8.00"), 35),
    Item("anvil", Category.TOOL, Decimal("99.00"), 1, Flags.HEAVY),
    Item("bread", Category.FOOD, Decimal("2.20"), 0),
]
for item in sorted(stock):
    print(f"{item.name:<10}|{item.category.name:^6}|{item.gross():>8}|{item.stock:>4d}|{item.flags}")
print(Item.count, max(stock, key=operator.attrgetter("value")).name, sum(i.value for i in stock))
groups = {c: list(g) for c, g in itertools.groupby(sorted(stock), key=lambda i: i.category)}
for category, items in groups.items():
    print(category, [i.name for i in items], sum(i.stock for i in items))
by_flag = defaultdict(list)
for item in stock:
    for flag in Flags:
        if flag and flag in item.flags:
            by_flag[flag].append(item.name)
print(dict(by_flag))
cheap = replace(stock[0], price=Decimal(1), name="toy hammer")
print(cheap, cheap < stock[0], asdict(cheap)["category"], astuple(stock[2])[1:4])
orders = [Line("hammer", 3), Line("milk", 12), Line("ghost", 1), Line("anvil", 2)]
index = {i.name: i for i in stock}
invoice = []
for line in orders:
    try:
        item = index[line.name]
        if item.stock < line.quantity:
            raise RuntimeError(f"only {item.stock} of {line.name}")
        item.stock -= line.quantity
        invoice.append(line._replace(total=item.gross() * line.quantity))
    except (KeyError, RuntimeError) as e:
        print(type(e).__name__, e)
print(*invoice, sep="\n")
print(f"total {sum(l.total for l in invoice):,.2f}", Line._fields, Line._field_defaults)
try:
    Item("bad", Category("tool"), Decimal(-1))
    Category("toy")
except ValueError as e:
    print(e)
try:
    Category("toy")
except ValueError as e:
    print(e)
