# deque, defaultdict and OrderedDict.
from collections import OrderedDict, defaultdict, deque


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


d = deque([1, 2, 3], maxlen=4)
d.append(4)
d.append(5)
d.appendleft(0)
print(d, d.maxlen, len(d), d[0], d[-1], list(d), list(reversed(d)), 3 in d, d.count(3), d.index(3))
d = deque("abcdef")
d.rotate(2)
print(d, end=" ")
d.rotate(-3)
print(d, end=" ")
d.reverse()
d.insert(2, "X")
d.insert(-1, "Y")
d.remove("a")
del d[0]
d[0] = "first"
d.extend([1, 2])
d.extendleft([3, 4])
print(d, d.pop(), d.popleft(), d.copy() == d, d + deque([9]), d * 2 == d + d, d < deque([10**9]), bool(deque()), repr(deque([1], 0)))
d *= 2
d += "q"
print(len(d), d)
for f in (lambda: deque().pop(), lambda: deque().popleft(), lambda: d[99], lambda: d["a"], lambda: d[0:1], lambda: deque(5), lambda: deque([], -1), lambda: deque([], "x"), lambda: d.remove("nope"), lambda: d.index("nope"), lambda: deque([1, 2], 2).insert(0, 5), lambda: d + [1],
          lambda: hash(d), lambda: deque([1]) < [1], lambda: d.rotate("x"), lambda: deque(1, 2, 3), lambda: d.__setitem__(99, 1), lambda: d.__delitem__(99), lambda: d.append()):
    print(attempt(f))


def mutate():
    q = deque([1, 2, 3])
    for x in q:
        q.append(x)


print(attempt(mutate))
r = deque([1])
r.append(r)
print(r)
big = deque()
for i in range(3000):
    big.append(i)
    if i % 3 == 0:
        big.popleft()
    if i % 7 == 0:
        big.rotate(i % 5)
print(len(big), sum(big), big[0], big[len(big) // 2], big[-1])
dd = defaultdict(list)
dd["a"].append(1)
dd["a"].append(2)
dd["b"]
print(dd, dd.default_factory, dd.get("zz"), "zz" in dd, dd == {"a": [1, 2], "b": []}, dd.copy(), type(dd.copy()).__name__, defaultdict(int, x=1) | {"y": 2}, {"y": 2} | defaultdict(int, x=1))
count = defaultdict(int)
for c in "mississippi":
    count[c] += 1
print(dict(count), sorted(count.items()))
tree = lambda: defaultdict(tree)
t = tree()
t["a"]["b"]["c"] = 1
print(t["a"]["b"], attempt(lambda: defaultdict(5)), attempt(lambda: defaultdict(None)["x"]), defaultdict(), attempt(lambda: defaultdict()[(1, 2)]), attempt(lambda: defaultdict(list)[[]]))


class D(defaultdict):
    def __missing__(self, key):
        return key * 2


print(D(list)["ab"], D(int), defaultdict(lambda: 7)["q"])
o = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
o.move_to_end("a")
o.move_to_end("c", last=False)
o["d"] = 4
print(o, list(o), list(reversed(o)), o.popitem(), o.popitem(last=False), o, len(o), o.pop("b"), o.pop("zz", 5), o.setdefault("n", 9), o)
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {"b": 2, "a": 1}, OrderedDict(a=1) != OrderedDict(a=1), OrderedDict.fromkeys("ab", 0), o.keys(), o.values(), o.items(), OrderedDict(a=1) | {"b": 2}, o.copy(), OrderedDict())
for f in (lambda: OrderedDict().popitem(), lambda: o.move_to_end("nope"), lambda: o.pop("nope"), lambda: o["nope"], lambda: OrderedDict([1]), lambda: OrderedDict([1], [2]), lambda: hash(o)):
    print(attempt(f))


class LRU(OrderedDict):
    def __init__(self, size):
        super().__init__()
        self.size = size

    def __getitem__(self, key):
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        if len(self) > self.size:
            del self[next(iter(self))]


lru = LRU(3)
for k in "abcad":
    lru[k] = k.upper()
    lru["a"]
print(list(lru), lru.size, lru.get("b"), type(lru).__name__)
many = OrderedDict()
for i in range(500):
    many[i % 50] = i
    many.move_to_end(i * 7 % 50 if i * 7 % 50 in many else i % 50, last=bool(i % 3))
print(list(many)[:10], list(many.values())[-5:])
