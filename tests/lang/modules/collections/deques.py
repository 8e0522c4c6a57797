# deque: every method, maxlen, rotation, slices refused, changes during iteration, comparison, errors.
import copy
from collections import deque


def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)), end="; ")
    except Exception as e:
        print(type(e).__name__, e, end="; ")


for a, kw in (((), {}), (("abc",), {}), (("abcdef", 3), {}), (("abc",), {"maxlen": 0}), ((5,), {}), (("a", -1), {}), (("a", "x"), {}), (("a", None), {}), (("a", 1, 2), {}), ((), {"maxlen": 2, "iterable": "abc"}), (("a", 2.5), {})):
    show(deque, *a, **kw)
print()
d = deque([1, 2, 3, 2, 1])
for name, *args in (("append", 4), ("appendleft", 0), ("extend", "xy"), ("extend", 5), ("extendleft", "pq"), ("pop",), ("popleft",), ("pop", 1), ("rotate",), ("rotate", 2), ("rotate", -3), ("rotate", 100), ("rotate", "x"), ("insert", 2, "i"), ("insert", -1, "j"), ("insert", 100, "k"), ("insert", -100, "l"), ("remove", 2), ("remove", "zz"), ("index", 2), ("index", 2, 50), ("index", "nope"), ("index", 3, -100, 100), ("count", 1), ("reverse",), ("copy",), ("__contains__", 3), ("__getitem__", 0), ("__getitem__", -1), ("__getitem__", 99), ("__getitem__", slice(1, 2)), ("__getitem__", "x"), ("__setitem__", 0, "first"), ("__setitem__", 99, 1), ("__delitem__", 0), ("__delitem__", -1), ("__delitem__", 99), ("__add__", deque([7])), ("__add__", [7]), ("__mul__", 2), ("__mul__", "x"), ("__iadd__", [8]), ("__len__",), ("__eq__", d.copy()), ("__eq__", list(d)), ("__lt__", deque([9])), ("__lt__", 5), ("clear",), ("pop",), ("popleft",), ("nosuch",)):
    print(name, end=" ")
    show(lambda: d[args[0]] if name == "__getitem__" else getattr(d, name)(*args))
print(d)
m = deque(range(5), maxlen=3)
print(m, m.maxlen)
m.append(9)
m.appendleft(8)
m.extend([1, 2, 3, 4])
m.extendleft([5, 6])
print(m, m * 3, m + deque([7, 7]), m.copy(), m.copy().maxlen, copy.copy(m), copy.deepcopy(m), m[1], len(m))
show(m.insert, 1, "x")
show(setattr, m, "maxlen", 5)
m *= 2
print(m)
m.rotate(1)
m.reverse()
print(m, list(reversed(m)), deque(m) == m, deque(m).maxlen, bool(deque()), deque("ab") < deque("ac"), deque([1]) != deque([1.0]), deque() == deque([], 5))
x = deque([1, 2, 3])
try:
    for v in x:
        x.append(v)
except RuntimeError as e:
    print(e)
it = iter(x)
x.popleft()
show(next, it)
it = iter(deque("abc"))
print(next(it), it.__length_hint__(), list(it), type(it).__name__, type(reversed(x)).__name__)
x.append(x)
print(x, x == x, x in x)
show(hash, deque())
show(lambda: deque([1]) < deque(["a"]))
show(lambda: deque([1]) + 5)
print(sorted(deque([3, 1, 2])), max(deque([3, 1])), sum(deque(range(10))), [*deque("ab"), 1], tuple(deque("xy")), deque("ab").index("b"), dict(enumerate(deque("pq"))))
big = deque()
for i in range(1000):
    big.append(i)
    if i % 3 == 0:
        big.popleft()
big.rotate(100)
big.insert(300, "mid")
del big[5]
print(len(big), big[0], big[299], big[300], big[-1], big.index("mid"), big.count(500))


class Ring(deque):
    def __init__(self, size):
        super().__init__(maxlen=size)
        self.seen = 0

    def append(self, v):
        self.seen += 1
        super().append(v)

    def average(self):
        return sum(self) / len(self)


r = Ring(4)
for v in (1, 5, 9, 13, 17, 21):
    r.append(v)
print(r, r.average(), r.seen, r.maxlen, isinstance(r, deque))
from collections.abc import MutableSequence, Sequence
print(isinstance(d, MutableSequence), issubclass(deque, Sequence), deque.__module__, deque.__doc__.split("\n")[0], deque[int])
