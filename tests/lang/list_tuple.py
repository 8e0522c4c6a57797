# Lists and tuples: slices in every form, methods, sorting, comparisons, errors.
import random


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


base = list(range(8))
steps = [None, 1, 2, 3, -1, -2, -5, 100]
edges = [None, 0, 1, 3, 7, 8, 20, -1, -3, -8, -20]
total = []
for start in edges:
    for stop in edges:
        for step in steps:
            got = base[start:stop:step]
            total.append(got)
            assert tuple(base)[start:stop:step] == tuple(got)
            copy = base[:]
            del copy[start:stop:step]
            total.append(copy)
            copy = base[:]
            total.append(attempt(copy.__setitem__, slice(start, stop, step), ["a", "b", "c"]))
            total.append(copy)
print(hash(str(total)) == hash(str(total)), len(str(total)), str(total)[::97])
print(range(10)[2:8:3], range(10)[::-2], range(5, 0, -1)[1:3], slice(1, 10, 2).indices(6), slice(None, None, -1).indices(5), slice(-3, None).indices(2))
a = [1, 2, 3]
for f in (lambda: a[3], lambda: a[-4], lambda: a["x"], lambda: a[1.5], lambda: a[10**30], lambda: a.pop(9), lambda: [].pop(), lambda: a.remove(9), lambda: a.index(9), lambda: a.index(1, 1),
          lambda: a + (1,), lambda: a * "x", lambda: a * 1.5, lambda: a < 3, lambda: (1,) < [1], lambda: a.__setitem__(5, 1), lambda: a.__delitem__(5), lambda: a.__setitem__(slice(0, 2, 2), [1, 2]),
          lambda: a.__setitem__(slice(0, 2), 5), lambda: a.__setitem__(slice(0, 3, 2), 5), lambda: a[::0], lambda: hash(a), lambda: {a: 1}, lambda: list(5), lambda: list(1, 2), lambda: list(x=1), lambda: tuple(5), lambda: tuple(1, 2),
          lambda: (1, 2)[5], lambda: (1, 2)["a"], lambda: (1, 2).index(5), lambda: (1,) + [1], lambda: hash(([],)), lambda: a.insert("x", 1), lambda: a.sort(5), lambda: a.sort(key=5), lambda: [1, "a"].sort(), lambda: a.extend(5), lambda: a.append(),
          lambda: a.append(1, 2), lambda: a.pop(1, 2), lambda: a.count(), lambda: a.foo, lambda: a.copy(1), lambda: range(0, 5, 0), lambda: range(1.5), lambda: range(), lambda: range(5)[7], lambda: range(5)["a"], lambda: range(3).index(9),
          lambda: slice(), lambda: slice(1, 2, 3, 4), lambda: [0] * (2**62), lambda: setattr((), "x", 1), lambda: (1).__class__([]), lambda: a.sort(reverse="x", key=None)):
    print(attempt(f))
print(a, a.count(1), a.index(3), a * 2, a + [4], 2 * a, a == [1, 2, 3], a != [1, 2], a < [1, 3], a >= [1, 2, 3], [] < [1], () == (), (1, 2) < (1, 2, 0))
r = random.Random(3)
for n in (0, 1, 2, 10, 33, 64, 100, 1000, 3000):
    for make in (lambda: r.randrange(10), lambda: r.randrange(10**9), lambda: r.random(), lambda: str(r.randrange(1000)), lambda: (r.randrange(5), r.randrange(1000)), lambda: r.choice([1, 2.5, True, 10**25]),
                 lambda: -r.randrange(10**20)):
        x = [make() for _ in range(n)]
        y = sorted(x)
        assert all(not y[i + 1] < y[i] for i in range(n - 1))
        z = sorted(x, reverse=True)
        w = sorted(x, key=lambda v: str(v)[:2])
        assert sorted(map(str, x)) == sorted(map(str, w)) and len(z) == n
        print(n, str(y[:3]), str(z[:3]), str(w[:3]))
    up = list(range(n))
    saw = [i % 7 for i in range(n)]
    assert sorted(up) == up and sorted(up[::-1]) == up and sorted(saw + up) == sorted(up + saw)
    pairs = [(i % 3, i) for i in range(n)]
    assert [p[1] for p in sorted(pairs, key=lambda p: p[0])] == [p[1] for p in sorted(pairs)]
    assert [p[1] for p in sorted(pairs, key=lambda p: p[0], reverse=True)] == [i for k in (2, 1, 0) for i in range(k, n, 3)]


class Broken:
    def __init__(self, v):
        self.v = v

    def __lt__(self, other):
        if self.v == 5 or other.v == 5:
            raise ValueError("five")
        return self.v < other.v


items = [Broken(i) for i in (9, 3, 5, 1, 7)]
print(attempt(items.sort), sorted(i.v for i in items))
m = [3, 1, 2]
print(attempt(lambda: m.sort(key=lambda v: m.append(v) or v)), m)
m = [3, 1, 2]
print(attempt(lambda: m.sort(key=lambda v: len(m))), m)
rec = [1]
rec.append(rec)
t = (rec,)
rec.append(t)
print(rec, t, rec == rec)
deep = []
for _ in range(100000):
    deep = [deep]
print(attempt(lambda: len(repr(deep)))[:30], attempt(lambda: deep == deep))
del deep
it = iter([1, 2, 3])
print(it.__length_hint__(), next(it), list(it), list(it), next(it, "end"), list(reversed([1, 2, 3])), list(reversed((1, 2))), list(reversed(range(3))), list(reversed({1: 2, 3: 4})))
grow = [1]
for v in grow:
    if len(grow) < 5:
        grow.append(v + 1)
print(grow, [*grow, *"ab"], (*grow,), [x for x in grow if x % 2], list[int], tuple[int, str], dict[str, list[int]])


class Seq:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i * i

    def __len__(self):
        return 4


print(list(Seq()), list(reversed(Seq())), 9 in Seq(), 5 in Seq(), max(Seq()), tuple(Seq()), sum(Seq()))


class L(list):
    pass


class T(tuple):
    def __new__(cls, *a):
        return super().__new__(cls, a)


x = L([1, 2])
x.extra = 5
print(x, x + [3], type(x + [3]).__name__, type(x[:]).__name__, x.extra, x == [1, 2], isinstance(x, list), T(1, 2), T(1, 2) == (1, 2), hash(T(1, 2)) == hash((1, 2)), type(T(1, 2)[:]).__name__, T(1, 2) + (3,), len(T(1)), [i for i in T(4, 5)])
print(list(enumerate("ab", 5)), list(enumerate("ab", start=10**20)), list(zip("ab", [1, 2, 3])), list(zip()), list(map(pow, [2, 3], [3, 2])), list(filter(None, [0, 1, "", "a"])), list(map(str, range(3))), list(iter(iter([1, 2, 3, 0, 4]).__next__, 0)))
for f in (lambda: list(zip("ab", "abc", strict=True)), lambda: list(zip("abc", "ab", strict=True)), lambda: zip(1), lambda: map(str), lambda: map(1, [1]).__next__(), lambda: enumerate(), lambda: enumerate([], 1.5), lambda: reversed(5), lambda: reversed({1}), lambda: iter(5), lambda: next(5), lambda: filter(None),
          lambda: iter(5, 6), lambda: zip([], x=1), lambda: next(iter([]))):
    print(attempt(f))
