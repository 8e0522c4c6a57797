# A whole program: an inventory of dataclasses with orders, reservations, undo by context manager, and reports.
import abc
import contextlib
import dataclasses
import enum
import functools
import heapq
from decimal import ROUND_HALF_UP, Decimal
from typing import Iterator, Optional


class Kind(enum.Enum):
    TOOL = "tool"
    FOOD = "food"
    BOOK = "book"

    @property
    def tax(self):
        return {Kind.TOOL: Decimal("0.19"), Kind.FOOD: Decimal("0.07"), Kind.BOOK: Decimal("0.07")}[self]


class OutOfStock(Exception):
    def __init__(self, sku, wanted, there):
        super().__init__(f"{sku}: wanted {wanted}, only {there} left")
        self.sku, self.wanted, self.there = sku, wanted, there


@functools.total_ordering
@dataclasses.dataclass(frozen=True, eq=True)
class Money:
    amount: Decimal

    @classmethod
    def of(cls, text):
        return cls(Decimal(text))

    def __add__(self, other):
        return Money(self.amount + other.amount)

    def __mul__(self, n):
        return Money(self.amount * n)

    def __lt__(self, other):
        return self.amount < other.amount

    def __format__(self, spec):
        cents = self.amount.quantize(Decimal("0.01"), ROUND_HALF_UP)
        return format(f"{cents:,} EUR", spec)

    def __str__(self):
        return format(self, "")


@dataclasses.dataclass(order=True)
class Item:
    sort_index: tuple = dataclasses.field(init=False, repr=False)
    sku: str
    kind: Kind = dataclasses.field(compare=False)
    price: Money = dataclasses.field(compare=False)
    count: int = dataclasses.field(default=0, compare=False)
    tags: set[str] = dataclasses.field(default_factory=set, compare=False, repr=False)

    def __post_init__(self):
        if self.count < 0:
            raise ValueError(f"negative count for {self.sku}")
        self.sort_index = (self.kind.value, self.sku)


class Observer(abc.ABC):
    @abc.abstractmethod
    def changed(self, item: Item, by: int) -> None: ...


class Journal(Observer):
    def __init__(self):
        self.lines = []

    def changed(self, item, by):
        self.lines.append(f"{item.sku}{by:+d}={item.count}")


class Warner(Observer):
    def __init__(self, low):
        self.low, self.warned = low, []

    def changed(self, item, by):
        if by < 0 and item.count <= self.low:
            self.warned.append(item.sku)


class Store:
    def __init__(self, *observers):
        self._items: dict[str, Item] = {}
        self._observers = observers

    def add(self, item):
        if item.sku in self._items:
            raise KeyError(item.sku)
        self._items[item.sku] = item

    def __getitem__(self, sku):
        return self._items[sku]

    def __iter__(self) -> Iterator[Item]:
        return iter(sorted(self._items.values()))

    def __len__(self):
        return len(self._items)

    def take(self, sku, n):
        item = self[sku]
        if item.count < n:
            raise OutOfStock(sku, n, item.count)
        item.count -= n
        for o in self._observers:
            o.changed(item, -n)

    def put(self, sku, n):
        self[sku].count += n
        for o in self._observers:
            o.changed(self[sku], n)

    @contextlib.contextmanager
    def transaction(self):
        taken = []

        def take(sku, n):
            self.take(sku, n)
            taken.append((sku, n))
        try:
            yield take
        except OutOfStock:
            for sku, n in reversed(taken):
                self.put(sku, n)
            raise

    def cheapest(self, n, kind: Optional[Kind] = None):
        return heapq.nsmallest(n, (i for i in self if kind in (None, i.kind)), key=lambda i: i.price)


journal, warner = Journal(), Warner(2)
store = Store(journal, warner)
for sku, kind, price, count, tags in (("hammer", Kind.TOOL, "12.5", 5, "steel wood"), ("apple", Kind.FOOD, "0.335", 100, "fresh"), ("novel", Kind.BOOK, "9.99", 3, "paper"), ("saw", Kind.TOOL, "20", 2, "steel"), ("bread", Kind.FOOD, "3.2", 10, "fresh")):
    store.add(Item(sku, kind, Money.of(price), count, set(tags.split())))
print([i.sku for i in store], len(store), store["saw"])
for bad in (lambda: store.add(Item("saw", Kind.TOOL, Money.of("1"))), lambda: Item("x", Kind.FOOD, Money.of("1"), -1), lambda: Item("x", Kind("car"), Money.of("1")), lambda: Observer(), lambda: setattr(Money.of("1"), "amount", 2)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)


def order(*wishes):
    total = Money.of(0)
    with store.transaction() as take:
        for sku, n in wishes:
            take(sku, n)
            item = store[sku]
            total += item.price * n * (1 + item.kind.tax)
    return total


for wishes in ([("hammer", 2), ("apple", 30)], [("saw", 1), ("novel", 4)], [("novel", 3)], [("bread", 9), ("apple", 70), ("saw", 2)], [("saw", 1), ("saw", 2)]):
    try:
        print("total", order(*wishes))
    except OutOfStock as e:
        print("failed:", e, (e.sku, e.wanted, e.there))
print(journal.lines, warner.warned)
print(f"{'sku':<10}{'kind':^8}{'price':>14}{'left':>6}")
for i in store:
    print(f"{i.sku:<10}{i.kind.value:^8}{i.price:>14}{i.count:>6}")
value = functools.reduce(Money.__add__, (i.price * i.count for i in store))
print(f"{value}", [i.sku for i in store.cheapest(2)], [i.sku for i in store.cheapest(1, Kind.TOOL)], sorted({t for i in store for t in i.tags}), max(store, key=lambda i: i.price).sku)
print(dataclasses.asdict(store["novel"])["price"], dataclasses.replace(store["novel"], count=7).count, sorted([Money.of("3"), Money.of("1.5")])[0], Money.of("2") >= Money.of("2.0"))
