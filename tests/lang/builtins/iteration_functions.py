# sorted, min, max, sum, zip, enumerate, map, filter, any, all, reversed, iter, next: arguments, laziness and errors.
def show(f, *args, **kw):
    try:
        r = f(*args, **kw)
        print(repr(r) if not hasattr(r, "__next__") else list(r), end="; ")
    except Exception as e:
        print(type(e).__name__, e, end="; ")


for f in (min, max):
    for a, kw in (((3, 1, 2), {}), (([3, 1, 2],), {}), (("hello",), {}), ((), {}), (([],), {}), (([],), {"default": "d"}), (((),), {"default": None}), ((1, 2), {"default": 5}), ((5,), {}), (("bb", "a"), {"key": len}), ((["bb", "a", "cc"],), {"key": len}), (([1, "a"],), {}), ((1, 2), {"key": None}), ((1, 2), {"foo": 1}), (([1, -2],), {"key": abs, "default": 0}), (({"b": 1, "a": 2},), {}), (([1, 1.0, True],), {}), (([[1, 2], [1]],), {}), (([1],), {"key": 5})):
        show(f, *a, **kw)
    print()
for a, kw in ((([1, 2, 3],), {}), (([1, 2], 10), {}), (([],), {}), (([[1], [2]], []), {}), (("ab",), {}), ((["a"], ""), {}), (([b"a"], b""), {}), (([bytearray()], bytearray()), {}), (([1.5, 2],), {}), ((5,), {}), ((), {}), (([1],), {"start": 5}), (([1], 2), {"start": 3}), (([1, "a"],), {}), (([True, True],), {}), (([10 ** 20, 1, -10 ** 20],), {}), (([2 ** 62, 2 ** 62, 0.5],), {}), (([1], 2, 3), {}), (([0.1] * 3,), {}), (([(1,), (2,)], ()), {})):
    show(sum, *a, **kw)
print()
for a, kw in (((), {}), (("abc",), {}), (("abc", [1, 2]), {}), (("ab", [1, 2]), {"strict": True}), (("abc", [1, 2]), {"strict": True}), (("ab", [1, 2, 3]), {"strict": True}), (("a", "bc", "d"), {"strict": True}), (("ab", "cd", "e"), {"strict": True}), ((5,), {}), (("a", 5), {}), (("a",), {"foo": 1}), (([],), {"strict": True}), (({"k": 1}, (2,)), {})):
    show(zip, *a, **kw)
print()
for a, kw in ((("ab",), {}), (("ab", 5), {}), (("ab",), {"start": -1}), (("ab", 1.5), {}), ((5,), {}), ((), {}), (("ab", 10 ** 20), {}), ((), {"iterable": "xy", "start": 3}), (("a", 1, 2), {}), (("ab", "x"), {}), (("ab",), {"foo": 1}), (("ab", True), {})):
    show(enumerate, *a, **kw)
print()
for f, a in ((map, (str, [1, 2])), (map, (pow, [2, 3], [3, 2, 9])), (map, (None, [1])), (map, (5, [1])), (map, (str,)), (map, ()), (map, (str, 5)), (map, (len, ["a", 5])), (filter, (None, [0, 1, "", "x", [], [0]])), (filter, (str.isdigit, "a1b2")), (filter, (5, [1])), (filter, (None, 5)), (filter, (None,)), (filter, (bool, [0, 2])), (filter, (lambda v: v > 1, (1, 2, 3))), (any, ([],)), (any, ([0, "", 3],)), (all, ([],)), (all, ([1, 0],)), (any, (5,)), (all, ("abc",)), (any, ()), (reversed, ([1, 2],)), (reversed, ("ab",)), (reversed, ({"a": 1, "b": 2},)), (reversed, ({1, 2},)), (reversed, (5,)), (reversed, (range(3),)), (reversed, (iter([]),)), (reversed, ((1, 2),)), (iter, (5,)), (iter, (5, 6)), (iter, ()), (iter, ("ab",)), (next, ([],)), (next, (iter([]),)), (next, (iter([]), "dflt")), (next, ()), (next, (iter("a"), 1, 2)), (sorted, ()), (sorted, ([3, 1, 2],)), (sorted, ("hello",)), (sorted, ([1, "a"],)), (divmod, (7, 2)), (divmod, (-7, 2.5)), (divmod, (1, 0)), (divmod, ("a", 1)), (divmod, (1,)), (pow, (2, 3, 5)), (pow, (2, -1, 7)), (pow, (2, 3, 0)), (pow, ("a", 2)), (pow, (2,)), (pow, (2.0, 3, 5)), (pow, (2, 3, None))):
    print(f.__name__, end=" ")
    show(f, *a)
print()
show(pow, base=2, exp=5)
show(pow, base=2, exp=5, mod=7)
show(sorted, [1, 2], key=lambda v: -v, reverse=True)
show(sorted, iterable=[1])
data = iter([1, 2, 3, 0, 4])
print(list(iter(lambda: next(data), 0)), list(data), list(iter(iter([5, 5, 6]).__next__, 6)))


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration("finished", self.n)
        self.n -= 1
        return self.n

    def __length_hint__(self):
        return self.n


class NotIterator:
    def __iter__(self):
        return 5


class GetItem:
    def __getitem__(self, i):
        if i == 3:
            raise IndexError
        return i * i


class BadGetItem:
    def __getitem__(self, i):
        raise KeyError("no " + str(i))


class NoIter(list):
    __iter__ = None


class Rev:
    def __reversed__(self):
        return iter("reversed")


for f in (lambda: list(Countdown(3)), lambda: iter(NotIterator()), lambda: list(GetItem()), lambda: list(BadGetItem()), lambda: list(NoIter()), lambda: 4 in GetItem(), lambda: 5 in GetItem(), lambda: list(reversed(Rev())), lambda: max(Countdown(4)), lambda: sum(GetItem()), lambda: [*GetItem()], lambda: dict(enumerate(GetItem())), lambda: list(zip(Countdown(2), GetItem())), lambda: any(v > 3 for v in GetItem()), lambda: next(Countdown(0)), lambda: next(GetItem()), lambda: sorted(Countdown(3), key=lambda v: -v), lambda: list(map(lambda a, b: a + b, GetItem(), Countdown(5))), lambda: tuple(filter(None, GetItem())), lambda: 3 in 5, lambda: [*5], lambda: {**Countdown(2)}):
    show(f)
print()
calls = []


def noisy(v):
    calls.append(v)
    return v


m = map(noisy, [1, 2, 3])
z = zip(map(noisy, "ab"), map(noisy, [10]))
print(calls, next(m), calls, list(z), calls, next(m), list(m), list(m), calls)
e = enumerate("ab", 1)
print(next(e), list(e), next(e, None), type(e).__name__, isinstance(m, map), map.__name__, str(filter), zip.__mro__[1])


def gen():
    yield 1
    raise ValueError("inside")


for f in (lambda: list(gen()), lambda: sum(gen()), lambda: max(gen()), lambda: sorted(gen()), lambda: list(zip("abc", gen())), lambda: [x for x in gen()], lambda: set(gen()), lambda: any(v > 5 for v in gen()), lambda: list(map(str, gen())), lambda: "".join(str(v) for v in gen()), lambda: dict((v, v) for v in gen())):
    show(f)
print()
