# A class decorated so that its methods lock; nested calls, properties, iteration by copy.
import functools
import threading


def synchronized(cls):
    for name, member in list(vars(cls).items()):
        if callable(member) and not name.startswith("__"):
            setattr(cls, name, locked(member))
        elif isinstance(member, property):
            setattr(cls, name, property(locked(member.fget), locked(member.fset) if member.fset else None))
    original = cls.__init__

    @functools.wraps(original)
    def init(self, *args, **kwargs):
        self._lock = threading.RLock()
        original(self, *args, **kwargs)

    cls.__init__ = init
    return cls


def locked(function):
    @functools.wraps(function)
    def wrapper(self, *args, **kwargs):
        with self._lock:
            return function(self, *args, **kwargs)

    return wrapper


@synchronized
class Inventory:
    """Counts of goods."""

    def __init__(self, **goods):
        self.goods = goods
        self.moves = 0

    def move(self, source, target, n):
        if self.goods[source] < n:
            raise ValueError(f"only {self.goods[source]} of {source}")
        self.change(source, -n)
        self.change(target, n)
        self.moves += 1

    def change(self, name, n):
        self.goods[name] = self.goods.get(name, 0) + n

    @property
    def total(self):
        return sum(self.goods.values())

    @total.setter
    def total(self, value):
        self.goods = {"all": value}

    def snapshot(self):
        return dict(self.goods)


stock = Inventory(apples=500, pears=500)
totals = set()
failures = []


def worker(a, b):
    for n in range(100):
        try:
            stock.move(a, b, n % 13)
        except ValueError as e:
            failures.append(e)
        totals.add(stock.total)
        assert sum(stock.snapshot().values()) == 1000


threads = [threading.Thread(target=worker, args=pair) for pair in [("apples", "pears"), ("pears", "apples")] * 2]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(totals, stock.total, stock.moves + len(failures), Inventory.move.__name__, Inventory.__doc__)
try:
    stock.move("apples", "pears", 10 ** 6)
except ValueError as e:
    print(str(e).startswith("only"), stock._lock.acquire(blocking=False))
stock.total = 7
print(stock.snapshot())
