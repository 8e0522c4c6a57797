# itertools: laziness, exhaustion, groupby and tee corners, islice positions, keyword arguments, errors, reprs.
import itertools as it
import operator


def show(f, *args, **kw):
    try:
        r = f(*args, **kw)
        print(r if isinstance(r, (list, tuple, int, str)) or r is None else list(it.islice(r, 12)), end="; ")
    except Exception as e:
        print(type(e).__name__, e, end="; ")


for a in ((), (5,), (5, 2), (5, -1), (1.5, 0.25), (10 ** 20,), ("x",), (1, "x"), (True,), (2, 1 + 1j), (1, 2, 3), (None,)):
    show(it.count, *a)
show(it.count, start=3, step=-2)
show(it.count, step=5)
c = it.count(3)
next(c)
print(c, it.count(1, 2), it.count(1.0), it.count(5, 1), it.repeat(5), it.repeat("x", 3), it.repeat(None, times=-1), it.repeat(1, 5).__length_hint__())
for a in ((range(10), 3), (range(10), 2, 5), (range(10), 2, None), (range(10), None, None, 3), (range(10), 8, 2), (range(10), 1, 9, 4), (range(10), 0), (range(10), -1), (range(10), 1, -1), (range(10), 1, 5, 0), (range(10), 1, 5, -1), (range(10), "a"), (range(10), 1.5), (5, 2), (range(10),), (range(3), 100), (range(10), 10 ** 30), (range(5), True)):
    show(it.islice, *a)
print()
src = iter(range(10))
print(list(it.islice(src, 2, 5)), next(src), list(it.islice(src, 0, 5, 3)), list(src))
for a in (("AAB",), ([],), ([1, 1.0, True, 2],), (5,), ("aAbB", str.lower), ("abc", None), ("abc", 5), ("ab", len, 1)):
    show(lambda: [(k, list(g)) for k, g in it.groupby(*a)])
show(lambda: [(k, list(g)) for k, g in it.groupby(iterable="aab", key=str.upper)])
g = it.groupby("aabbb")
k1, g1 = next(g)
print(next(g1), end=" ")
k2, g2 = next(g)
print(k1, k2, list(g1), list(g2), next(g, "end"))
for a in (([1, 2], 0), ([1, 2], 1), ([1, 2], -1), (5,), ([1], "x"), ([1],)):
    show(lambda: [list(x) for x in it.tee(*a)])
log = []


def source():
    for i in range(4):
        log.append(i)
        yield i


a, b = it.tee(source())
next(a), next(a)
print(log, next(b), log, list(b), log, list(a))
import copy
x, = it.tee("abcd", 1)
next(x)
y = copy.copy(x)
print(list(x), list(y), it.tee(y)[0].__class__.__name__)
for f, a, kw in ((it.accumulate, ([1, 2, 3],), {}), (it.accumulate, ([1, 2, 3], operator.mul), {}), (it.accumulate, ("abc",), {}), (it.accumulate, ([],), {"initial": 5}), (it.accumulate, ([1, 2],), {"func": max, "initial": None}), (it.accumulate, ([1, 2], 5), {}), (it.accumulate, (5,), {}), (it.accumulate, ([1, "a"],), {}), (it.chain, (), {}), (it.chain, ("ab", 5), {}), (it.chain.from_iterable, (["a", [1]],), {}), (it.chain.from_iterable, ([1],), {}), (it.chain.from_iterable, (5,), {}), (it.combinations, ("abcd", 2), {}), (it.combinations, ("ab", 5), {}), (it.combinations, ("ab", -1), {}), (it.combinations, ("ab", 0), {}), (it.combinations, ("ab",), {}), (it.combinations, (), {"iterable": "abc", "r": 2}), (it.combinations_with_replacement, ("ab", 3), {}), (it.combinations_with_replacement, ("", 1), {}), (it.permutations, ("abc",), {}), (it.permutations, ("abc", None), {}), (it.permutations, ("ab", 3), {}), (it.permutations, ("ab", "x"), {}), (it.permutations, ("ab", -1), {}), (it.product, ("ab", "", "c"), {}), (it.product, ("ab",), {"repeat": 2}), (it.product, ("ab", [1]), {"repeat": 0}), (it.product, ("ab",), {"repeat": -1}), (it.product, (5,), {}), (it.product, ("a",), {"x": 1}), (it.compress, ("abcdef", [1, 0, 1, 0, 1]), {}), (it.compress, ("ab", 5), {}), (it.compress, (), {"data": "ab", "selectors": [0, 1]}), (it.cycle, ("ab",), {}), (it.cycle, ([],), {}), (it.cycle, (5,), {}), (it.dropwhile, (str.isalpha, "ab1c2"), {}), (it.takewhile, (str.isalpha, "ab1c2"), {}), (it.takewhile, (5, "a"), {}), (it.filterfalse, (None, [0, 1, "", "a"]), {}), (it.filterfalse, (str.isdigit, "a1b2"), {}), (it.pairwise, ("abc",), {}), (it.pairwise, ("a",), {}), (it.pairwise, (5,), {}), (it.starmap, (pow, [(2, 3), [3, 2]]), {}), (it.starmap, (pow, [1]), {}), (it.starmap, (pow, "a"), {}), (it.zip_longest, ("ab", [1], ()), {}), (it.zip_longest, ("ab", [1]), {"fillvalue": 0}), (it.zip_longest, (), {}), (it.zip_longest, ("a",), {"fill": 1}), (it.zip_longest, ("a", 5), {}), (it.repeat, ("x", 2), {}), (it.repeat, ("x", "y"), {}), (it.repeat, (), {"object": 1, "times": 2}), (it.repeat, (), {"times": 2})):
    print(f.__name__ if hasattr(f, "__name__") else f, end=" ")
    show(f, *a, **kw)
print()
print(hasattr(it, "batched"), [type(o).__name__ for o in (it.chain(), it.count(), it.cycle("a"), it.islice("a", 1), it.tee("a")[0], it.groupby("a"), it.product(), it.starmap(pow, []), it.zip_longest(), it.pairwise("a"))], [c.__module__ for c in (it.chain, it.groupby)])


def failing():
    yield 1
    raise KeyError("source failed")


for f in (lambda: list(it.chain([0], failing())), lambda: list(it.islice(failing(), 5)), lambda: list(it.zip_longest("abc", failing())), lambda: [list(g) for k, g in it.groupby(failing())], lambda: list(it.accumulate(failing())), lambda: list(it.product("ab", failing())), lambda: [list(x) for x in it.tee(failing())]):
    show(f)
print()
z = it.zip_longest([1], iter([2, 3, 4]), fillvalue=None)
print(next(z), next(z), list(z), next(z, "done"))
t = it.takewhile(lambda v: v < 3, [1, 5, 1])
print(list(t), list(t))
s = it.islice(it.count(), 3)
print(list(s), list(s), sum(it.islice(it.cycle([1, 2, 3]), 100)), len(list(it.product(range(3), repeat=4))), list(it.chain.from_iterable(it.repeat(x, x) for x in range(4))), dict(it.zip_longest("ab", [1])), "".join(it.chain("ab", "cd")))
