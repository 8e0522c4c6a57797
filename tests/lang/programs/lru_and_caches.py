# Caches: a linked-list LRU, an LFU, memoizing decorators with statistics, weak caches and a TTL cache with a fake clock.
import functools
import gc
import weakref
from collections import OrderedDict, defaultdict


class Node:
    __slots__ = "key", "value", "prev", "next"

    def __init__(self, key=None, value=None):
        self.key, self.value = key, value
        self.prev = self.next = self


class LRU:
    def __init__(self, capacity, on_evict=None):
        if capacity <= 0:
            raise ValueError("capacity must be positive")
        self.capacity, self.on_evict = capacity, on_evict
        self.map, self.root = {}, Node()
        self.hits = self.misses = 0

    def _unlink(self, n):
        n.prev.next, n.next.prev = n.next, n.prev

    def _front(self, n):
        first = self.root.next
        self.root.next = first.prev = n
        n.prev, n.next = self.root, first

    def __getitem__(self, key):
        try:
            n = self.map[key]
        except KeyError:
            self.misses += 1
            raise
        self.hits += 1
        self._unlink(n)
        self._front(n)
        return n.value

    def __setitem__(self, key, value):
        if key in self.map:
            n = self.map[key]
            n.value = value
            self._unlink(n)
        else:
            if len(self.map) >= self.capacity:
                last = self.root.prev
                self._unlink(last)
                del self.map[last.key]
                if self.on_evict:
                    self.on_evict(last.key, last.value)
            n = self.map[key] = Node(key, value)
        self._front(n)

    def __delitem__(self, key): self._unlink(self.map.pop(key))
    def __contains__(self, key): return key in self.map
    def __len__(self): return len(self.map)

    def __iter__(self):
        n = self.root.next
        while n is not self.root:
            yield n.key
            n = n.next

    def __repr__(self): return f"LRU({', '.join(f'{k!r}: {self.map[k].value!r}' for k in self)})"


evicted = []
c = LRU(3, lambda *kv: evicted.append(kv))
for k, v in zip("abcd", range(4)):
    c[k] = v
print(c, evicted, len(c), "a" in c, "b" in c)
print(c["b"], c, c["d"])
c["e"] = 9
c["b"] = 7
print(c, evicted, c.hits, c.misses)
try:
    c["zz"]
except KeyError as e:
    print("KeyError", e, c.misses)
del c["b"]
print(list(c), [*reversed(list(c))])
try:
    LRU(0)
except ValueError as e:
    print(e)


class LFU:
    def __init__(self, n):
        self.n, self.values, self.count, self.groups, self.least = n, {}, {}, defaultdict(OrderedDict), 0

    def _touch(self, k):
        f = self.count[k]
        del self.groups[f][k]
        if not self.groups[f] and self.least == f:
            self.least += 1
        self.count[k] = f + 1
        self.groups[f + 1][k] = None

    def get(self, k, default=None):
        if k not in self.values:
            return default
        self._touch(k)
        return self.values[k]

    def put(self, k, v):
        if k in self.values:
            self.values[k] = v
            return self._touch(k)
        if len(self.values) >= self.n:
            gone, _ = self.groups[self.least].popitem(last=False)
            del self.values[gone], self.count[gone]
        self.values[k], self.count[k], self.least = v, 1, 1
        self.groups[1][k] = None


l = LFU(2)
l.put(1, "one"), l.put(2, "two"), l.get(1), l.put(3, "three")
print(l.get(2, "gone"), l.get(3), l.get(1), (l.put(4, "four"), l.values)[1], l.count)


def memo(maxsize=None):
    def wrap(f):
        store = {}

        @functools.wraps(f)
        def inner(*args):
            try:
                return store[args]
            except KeyError:
                inner.misses += 1
                r = store[args] = f(*args)
                if maxsize and len(store) > maxsize:
                    store.pop(next(iter(store)))
                return r
        inner.misses, inner.cache = 0, store
        return inner
    return wrap


@memo(5)
def fib(n):
    """Fibonacci."""
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(60), fib.misses, len(fib.cache), fib.__name__, fib.__doc__, list(fib.cache)[-1])


@functools.lru_cache(maxsize=3)
def slow(a, b=1, *, c=2):
    return a * b + c


print([slow(1), slow(1), slow(1, b=1), slow(2), slow(3), slow(1), slow(1.0)], slow.cache_info(), slow.cache_parameters())
slow.cache_clear()
print(slow.cache_info(), slow.__wrapped__(5))
try:
    slow([])
except TypeError as e:
    print(e)


class Grid:
    def __init__(self, n): self.n = n

    @functools.cached_property
    def total(self):
        print("computing")
        return sum(range(self.n))


g = Grid(5)
print(g.total, g.total, g.__dict__)
del g.total
print(g.total)


class Big:
    def __init__(self, n): self.n = n


pool = weakref.WeakValueDictionary()


def get(n):
    obj = pool.get(n)
    if obj is None:
        obj = pool[n] = Big(n)
    return obj


a, b = get(1), get(2)
print(get(1) is a, sorted(pool.keys()), len(pool))
del a
gc.collect()
print(sorted(pool.keys()), 1 in pool)


class TTL(dict):
    now = 0

    def __init__(self, ttl): self.ttl = ttl
    def __setitem__(self, k, v): super().__setitem__(k, (TTL.now + self.ttl, v))

    def __missing__(self, k): raise KeyError(f"{k} not cached")

    def __getitem__(self, k):
        expires, v = super().__getitem__(k)
        if expires <= TTL.now:
            del self[k]
            raise KeyError(f"{k} expired")
        return v


t = TTL(5)
t["x"] = 1
TTL.now = 4
print(t["x"])
TTL.now = 5
for k in ("x", "x", "y"):
    try:
        print(t[k])
    except KeyError as e:
        print(e)
