"""Caches written by hand and functools.lru_cache, compared on the same sequence of accesses."""
import functools
from collections import OrderedDict


class LRU:
    class Entry:
        __slots__ = ("key", "value", "prev", "next")

        def __init__(self, key=None, value=None):
            self.key, self.value = key, value
            self.prev = self.next = self

    def __init__(self, capacity):
        self.capacity = capacity
        self.table = {}
        self.head = self.Entry()
        self.hits = self.misses = 0

    def _unlink(self, entry):
        entry.prev.next, entry.next.prev = entry.next, entry.prev

    def _front(self, entry):
        entry.prev, entry.next = self.head, self.head.next
        entry.prev.next = entry.next.prev = entry

    def get(self, key, make):
        entry = self.table.get(key)
        if entry is not None:
            self.hits += 1
            self._unlink(entry)
        else:
            self.misses += 1
            if len(self.table) >= self.capacity:
                oldest = self.head.prev
                self._unlink(oldest)
                del self.table[oldest.key]
            entry = self.table[key] = self.Entry(key, make(key))
        self._front(entry)
        return entry.value

    def __iter__(self):
        entry = self.head.next
        while entry is not self.head:
            yield entry.key
            entry = entry.next


class OrderedLRU(OrderedDict):
    def __init__(self, capacity):
        super().__init__()
        self.capacity = capacity

    def __getitem__(self, key):
        self.move_to_end(key)
        return super().__getitem__(key)

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        if len(self) > self.capacity:
            self.popitem(last=False)


def accesses():
    seed = 7
    for _ in range(500):
        seed = seed * 16807 % 2147483647
        yield seed % 13


mine, calls = LRU(5), []
ordered = OrderedLRU(5)


@functools.lru_cache(maxsize=5)
def square(n):
    calls.append(n)
    return n * n


for key in accesses():
    assert mine.get(key, lambda k: k * k) == square(key)
    try:
        ordered[key]
    except KeyError:
        ordered[key] = key * key
info = square.cache_info()
print(info, mine.hits, mine.misses, len(calls))
print(list(mine), list(reversed(ordered)), list(mine) == list(reversed(ordered)))
square.cache_clear()
print(square.cache_info(), square.cache_parameters(), square.__wrapped__(3))


@functools.cache
def ways(n, coins=(1, 5, 10, 25, 50)):
    if n == 0:
        return 1
    if n < 0 or not coins:
        return 0
    return ways(n, coins[:-1]) + ways(n - coins[-1], coins)


print(ways(100), ways.cache_info().currsize, ways(n=50))
try:
    ways([1])
except TypeError as e:
    print(e)
