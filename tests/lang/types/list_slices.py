# list: slice reads, stores and deletes of every shape; methods and errors; sort with key and reverse, stable.
def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)), end="; ")
    except Exception as e:
        print(type(e).__name__, e, end="; ")


base = list(range(10))
for a in (None, 0, 3, -3, 12, -12):
    for b in (None, 5, -1, 20):
        for c in (None, 1, 3, -1, -4):
            print(base[a:b:c], end=" ")
    print()


def store(i, v):
    x = list(range(8))
    x[i] = v
    return x


for i, v in ((0, "a"), (-8, "b"), (8, 1), (-9, 1), ("x", 1), (1.0, 1), (slice(1, 3), "xyz"), (slice(1, 3), []), (slice(5, 2), [9]), (slice(None), range(2)), (slice(None, None, 2), "abcd"), (slice(None, None, 2), "abc"), (slice(None, None, -1), range(8)), (slice(7, None), {"k": 1}), (slice(0, 2), 5), (slice(0, 4, 2), 5), (slice(100, 200), "z"), (slice(-100, -90), "z"), (slice(0, 2, 0), ""), (slice("a"), ""), (slice(1, 3), (i * i for i in range(4)))):
    show(store, i, v)
print()


def delete(i):
    x = list(range(8))
    del x[i]
    return x


for i in (0, -1, 8, slice(2, 4), slice(None, None, 2), slice(None, None, -3), slice(6, 2), slice(6, 2, -1), slice(None), slice(1, 2, 0), None):
    show(delete, i)
print()
x = [3, 1, 2]
for name, *args in (("append", 5), ("append",), ("extend", "ab"), ("extend", 5), ("insert", 1, "i"), ("insert", -100, "first"), ("insert", 100, "last"), ("insert", "x", 1), ("pop",), ("pop", 0), ("pop", -2), ("pop", 99), ("pop", "x"), ("remove", "a"), ("remove", "zz"), ("index", 2), ("index", 2, 10), ("index", "q"), ("index", 1, -100, 100), ("index", 1, "x"), ("count", 2), ("count", 2.0), ("reverse",), ("copy",), ("sort",), ("__contains__", 5), ("__mul__", 2), ("__rmul__", 0), ("__add__", (1,)), ("__iadd__", (1,)), ("__eq__", (1,)), ("__lt__", [9]), ("__getitem__", slice(0, 2)), ("__getitem__", None), ("__reversed__",), ("__delitem__", 99), ("clear",), ("pop",), ("__len__",), ("__sizeof__", 1)):
    print(name, end=" ")
    f = getattr(x, name)
    show(f, *args) if name != "__reversed__" else print(list(f()), end="; ")
print(x)
words = "the quick brown fox jumps over the lazy dog The Fox".split()
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, key=len, reverse=True), sorted(words, reverse=True), sorted(words, key=lambda w: (-len(w), w.lower())))
pairs = [(i % 4, chr(97 + i)) for i in range(20)]
print(sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: p[0], reverse=True))
show([3, "a", 1].sort)
show(sorted, [1, None])
show(sorted, [{}, {}])
show(sorted, [1, 2], None)
show(sorted, [1, 2], key=5)
show(sorted, 5)
show(sorted, [1, 2], reverse="x")
show(sorted, [1, 2], reverse=None)
show([1].sort, None)
show([].sort, key=None, reverse=0)
print()


class Meddler:
    def __lt__(self, other):
        data.append(1)
        return False


data = [Meddler(), Meddler()]
show(data.sort)
print(len(data))


def bad_key(v):
    seen.append(len(items))
    return 1 // v


items, seen = [3, 2, 0, 1], []
show(items.sort, key=bad_key)
print(items, seen)
x = [1, 2, 3]
x[1:2] = x
x += x
x *= 2
x[len(x):] = [0]
print(x, x == list(x), x is list(x), [1, [2, [3]]] == [1, [2, [3]]], [1, 2] < [1, 2, 0], [2] > [1, 9], [1, "a"] < [2, 5], [] < [0], [float("nan")] == [float("nan")])
show(lambda: [1, "a"] < [1, 5])
show(lambda: [1] < (1,))
show(lambda: [1] + "a")
show(lambda: [1] * 1.5)
show(lambda: hash([]))
show(lambda: list(5))
show(lambda: list([1], 2))
show(lambda: list(a=1))
show(lambda: [1][None])
show(lambda: [1, 2, 3][1:"x"])
grow = []
for v in grow or [0]:
    grow.append(v)
it = iter([1, 2, 3])
x = [1, 2, 3, 4]
for v in x:
    if v == 2:
        x.remove(2)
print(x, [v for v in reversed(x)], list(it), [*x, *"ab"], [[]] * 2, x.__class__, list("añ😀"), list({"k": 1}), list(range(3)), list(b"ab"), list(map(str, x)))
x = [1, 2]
it = iter(x)
next(it)
print(it.__length_hint__(), list(it), it.__length_hint__())
x.append(3)
print(list(it))
r = reversed([1, 2, 3])
print(r.__length_hint__(), next(r), r.__length_hint__(), list(r), r.__length_hint__())
