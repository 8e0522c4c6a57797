# Iterator protocol in depth: next with defaults, iter with sentinel, length hints, exhaustion, and consumers of iterators.
import itertools
import operator


class Count:
    def __init__(self, n): self.n, self.i, self.calls = n, 0, 0
    def __iter__(self): return self
    def __next__(self):
        self.calls += 1
        if self.i >= self.n: raise StopIteration
        self.i += 1
        return self.i


def a_b(a, b): pass


c = Count(3)
print(next(c), next(c), next(c), next(c, "end"), next(c, None), c.calls)
for consumer in (list, tuple, set, sum, max, min, sorted, "".join if False else (lambda it: "".join(map(str, it))), lambda it: dict(zip(it, "abc")), lambda it: [*it], lambda it: (lambda *a: a)(*it), lambda it: 2 in it, lambda it: list(it) + list(it), lambda it: list(zip(it, it)), lambda it: any(v > 1 for v in it), all, lambda it: list(enumerate(it, 5)), lambda it: list(map(pow, it, it)), lambda it: list(filter(lambda v: v % 2, it)), lambda it: list(reversed(list(it))), lambda it: bytes(it), lambda it: frozenset(it), lambda it: list(itertools.accumulate(it)), lambda it: a_b(*it)):
    it = Count(4)
    try:
        print(consumer(it), it.i, it.calls)
    except TypeError as e:
        print(e, it.calls)


class Reiter:
    def __init__(self, *v): self.v = v
    def __iter__(self): return iter(self.v)


r = Reiter(1, 2)
print(list(r), list(r), [(a, b) for a in r for b in r], list(zip(r, r)))
print(list(iter(iter([1, 2]))), list(iter([5, 6, 0, 7].pop, 5)), list(iter(lambda s=iter("abcd"): next(s), "c")))
it = iter([1, 2, 3])
next(it)
print(operator.length_hint(it), list(it), operator.length_hint(it), list(it))
l = [1, 2]
it = iter(l)
next(it), next(it)
print(next(it, "done"))
l.append(3)
print(next(it, "stays done"))
it = reversed([1, 2, 3])
print(next(it), operator.length_hint(it), list(it))
d = {"a": 1, "b": 2}
print(list(iter(d)), list(reversed(d)), next(iter(d.items())), list(d.values().__iter__()), type(iter(d)).__name__, type(iter([])).__name__, type(iter("")).__name__, type(iter(())).__name__, type(iter({1})).__name__, type(iter(range(1))).__name__, type(iter(b"")).__name__, type(iter(int, 1)).__name__, type(reversed([])).__name__, type(zip()).__name__, type(map(int, [])).__name__, type(enumerate([])).__name__, type(filter(None, [])).__name__)
print(list(zip("ab", [1, 2, 3])), list(zip()), list(zip("a")), list(map(lambda a, b: a + b, [1, 2], [10, 20, 30])), list(zip("ab", "cd", strict=True)))
for f in (lambda: list(zip("ab", "c", strict=True)), lambda: list(zip("a", "cd", strict=True)), lambda: next(iter([])), lambda: next([]), lambda: iter(5, 5), lambda: next(iter(()), 1, 2), lambda: list(map(None, [1])), lambda: list(enumerate(5)), lambda: reversed({1}), lambda: reversed(x for x in "a"), lambda: list(filter(5, [1])), lambda: sum("ab"), lambda: sum(["a"], ""), lambda: max([]), lambda: min((), default="d"), lambda: max(1, "a"), lambda: sorted([1, None]), lambda: list(range(3).__iter__().__next__)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Bad:
    def __init__(self, how): self.how = how
    def __iter__(self):
        if self.how == "iter": raise ValueError("in iter")
        return self
    def __next__(self):
        if self.how == "next": raise KeyError("in next")
        if self.how == "stop": raise StopIteration("v")
        return self.how


for how in ("iter", "next", "stop"):
    for f in (list, lambda b: [x for x in b], lambda b: dict(b), lambda b: max(b), lambda b: (lambda a: a)(*b), lambda b: next(b)):
        try:
            print(how, f(Bad(how)), end="; ")
        except Exception as e:
            print(how, repr(e), end="; ")
    print()
pairs = iter([("a", 1), ("b", 2)])
print(dict(pairs), dict([["x", 1]]), dict(["ab", "cd"]), dict({"k": 1}.items()))
for bad in ([1], ["abc"], [("a",)], [[1, 2, 3]], 5, [([], 1)]):
    try:
        print(dict(bad))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
g = (i for i in range(10))
print(list(itertools.islice(g, 3)), next(g), 5 in g, list(g), 1 in g)
a, b = itertools.tee(Count(3))
print(list(a), list(b), [list(v) for k, v in itertools.groupby("aabbb")], list(itertools.chain.from_iterable(["ab", "c"])))
