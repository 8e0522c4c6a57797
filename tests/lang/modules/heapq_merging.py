# heapq.merge: lazy, stable, one comparison path to each input; and what the module exports.
import heapq
import operator

print(heapq.__all__, type(heapq.merge()).__name__)
print(sorted(n for n in dir(operator) if n[0] != "_") == operator.__all__, len(operator.__all__))


def source(name, items):
    for item in items:
        print("take", name, item)
        yield item
    print("end", name)


merged = heapq.merge(source("a", [1, 4, 7]), source("b", [2, 4]), source("c", []))
print("made")
for item in merged:
    print("got", item)
print(list(heapq.merge([4, 1], [3, 2], [], reverse=True)), list(heapq.merge(["a", "BB"], ["c", "dd"], key=len)))
print(list(heapq.merge("adg", "beh", "cfi", key=str.upper)), list(heapq.merge([(1, "x")], [(1, "a")], key=lambda p: p[0])))
print(list(heapq.merge([3, 1], [2], key=lambda n: -n)), list(heapq.merge([1.0], [True], [1])), list(heapq.merge(range(3), key=None)))


class Counted:
    comparisons = 0

    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        Counted.comparisons += 1
        return self.n < other.n


inputs = [[Counted(n) for n in range(k, 640, 64)] for k in range(64)]
print([c.n for c in heapq.merge(*inputs)] == list(range(640)), Counted.comparisons < 640 * 16)
for bad in (lambda: list(heapq.merge(5)), lambda: list(heapq.merge([1], ["a"])), lambda: heapq.merge([1], foo=2), lambda: list(heapq.merge([1], [2], key=5)),
            lambda: list(heapq.merge([None], [None])), lambda: heapq.merge(5)):
    try:
        print(type(bad()).__name__)
    except TypeError as e:
        print(e)
g = heapq.merge([1, 2], [0])
print(next(g), g.close(), list(g))
print(operator.length_hint(iter([1, 2])), operator.length_hint(5, 7))


class NoHint:
    def __length_hint__(self):
        raise TypeError("no length")


print(operator.length_hint(NoHint()), operator.length_hint(NoHint(), 3))
