# heapq, bisect and operator.
import bisect
import heapq
import operator


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


h = []
for v in [5, 3, 9, 1, 7, 3, 8, 2, 6, 0, 4]:
    heapq.heappush(h, v)
print(h, heapq.heappushpop(h, -1), heapq.heapreplace(h, 10), h)
print([heapq.heappop(h) for _ in range(len(h))])
x = [(i * 37 % 11, str(i)) for i in range(15)]
heapq.heapify(x)
print(x, heapq.nsmallest(3, x), heapq.nlargest(3, x), heapq.nlargest(2, x, key=lambda t: -t[0]), heapq.nsmallest(0, x), heapq.nsmallest(99, [2, 1]))
print(list(heapq.merge([1, 4, 7], [2, 5, 8], [0, 3, 6, 9])), list(heapq.merge("ace", "bdf", reverse=False)), list(heapq.merge([9, 5], [8, 1], reverse=True)), list(heapq.merge(["a", "ccc"], ["bb"], key=len)), list(heapq.merge()))
show(lambda: heapq.heappop([]))
show(lambda: heapq.heappush((1,), 2))
show(lambda: heapq.heappush([1], "a"))
show(lambda: heapq.heapreplace([], 1))
show(lambda: heapq.heappushpop([], 1))
a = [1, 3, 3, 3, 7, 9]
print([(bisect.bisect_left(a, v), bisect.bisect_right(a, v), bisect.bisect(a, v)) for v in (0, 1, 3, 8, 9, 10)], bisect.bisect_left(a, 3, 2), bisect.bisect_right(a, 3, 0, 2), bisect.bisect_left(["a", "bb", "dddd"], 3, key=len), bisect.bisect(range(0, 100, 10), 35))
bisect.insort(a, 5)
bisect.insort_left(a, 3.0)
bisect.insort_right(a, 9)
b = ["a", "ccc"]
bisect.insort(b, "bb", key=len)
print(a, b)
show(lambda: bisect.bisect([1], 2, -1))
show(lambda: bisect.bisect([1, "a"], 2))
show(lambda: bisect.insort(5, 2))
print(operator.add(1, 2), operator.sub(5, 3), operator.mul("ab", 2), operator.truediv(7, 2), operator.floordiv(7, 2), operator.mod(7, 3), operator.pow(2, 5), operator.neg(3), operator.pos(-3), operator.abs(-4), operator.inv(5), operator.invert(0))
print(operator.lt(1, 2), operator.ge(1, 2), operator.eq([1], [1]), operator.ne(1, 1), operator.is_(None, None), operator.is_not(1, None), operator.not_([]), operator.truth([0]), operator.and_(6, 3), operator.or_(6, 3), operator.xor(6, 3), operator.lshift(1, 4), operator.rshift(16, 2))
print(operator.concat([1], [2]), operator.contains([1, 2], 2), operator.countOf([1, 2, 1], 1), operator.indexOf([5, 6], 6), operator.getitem({"a": 1}, "a"), operator.length_hint([1, 2]), operator.length_hint(iter([1, 2, 3])), operator.length_hint(5, 7), operator.index(True), operator.call(max, 1, 2))
d = {"a": 1}
operator.setitem(d, "b", 2)
operator.delitem(d, "a")
lst = [1]
lst2 = operator.iadd(lst, [2])
print(d, lst, lst is lst2, operator.imul(3, 4), operator.__add__(1, 1), operator.iconcat([1], (2,)))
ig, ag, mc = operator.itemgetter(1), operator.attrgetter("real"), operator.methodcaller("replace", "a", "b")
print(ig([1, 2]), operator.itemgetter(0, 2)("xyz"), ag(3 + 4j), operator.attrgetter("real", "imag")(2j), mc("banana"), operator.methodcaller("split", sep=",")("a,b"), operator.methodcaller("upper")("x"), operator.itemgetter("k")({"k": 9}), operator.itemgetter(slice(1, 3))("abcd"))
print(ig, operator.itemgetter(0, "x"), ag, operator.attrgetter("a.b", "c"), mc, operator.methodcaller("f", 1, k=2))
print(sorted([("b", 2), ("a", 2), ("c", 1)], key=operator.itemgetter(1)), operator.attrgetter("__class__.__name__")(5))
show(lambda: operator.add(1))
show(lambda: operator.add(1, "a"))
show(lambda: operator.indexOf([1], 5))
show(lambda: operator.concat(1, 2))
show(lambda: operator.itemgetter())
show(lambda: operator.itemgetter(1)([0]))
show(lambda: operator.itemgetter(1)())
show(lambda: operator.attrgetter(5))
show(lambda: operator.attrgetter("nope")(5))
show(lambda: operator.methodcaller())
show(lambda: operator.methodcaller(5))
show(lambda: operator.index(1.5))
show(lambda: operator.length_hint(5, "x"))


# Comparisons that change the heap.
class Sly:
    heap, plan = [], {}

    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        act = Sly.plan.pop((self.n, other.n), None)
        if act:
            act()
        return self.n < other.n

    def __repr__(self):
        return str(self.n)


def swap_ends():
    h = Sly.heap
    h[0], h[-1] = h[-1], h[0]


for plan in ({}, {(2, 5): swap_ends, (1, 4): swap_ends}, {(3, 2): lambda: Sly.heap.append(Sly(0))}, {(2, 4): lambda: Sly.heap.clear()}, {(1, 5): swap_ends, (1, 3): swap_ends}):
    Sly.heap, Sly.plan = [], dict(plan)
    try:
        for n in (5, 3, 4, 1, 2, 7, 6):
            heapq.heappush(Sly.heap, Sly(n))
        print(Sly.heap)
        print([heapq.heappop(Sly.heap) for _ in range(4)], Sly.heap, heapq.heappushpop(Sly.heap, Sly(9)), heapq.heapreplace(Sly.heap, Sly(8)), Sly.heap)
    except (RuntimeError, IndexError) as e:
        print(type(e).__name__, e, Sly.heap)
mixed = [Sly(n) for n in (4, 8, 1, 9, 2)]
heapq.heapify(mixed)
print(mixed, heapq.nsmallest(2, mixed, key=lambda s: -s.n))


# attrgetter over objects of several kinds.
class Kind:
    tag = "class"
    __slots__ = ("a", "b")

    def __init__(self, a, b):
        self.a, self.b = a, b

    @property
    def total(self):
        return self.a + self.b


class Loose:
    def __init__(self, a):
        self.a = a

    def __getattr__(self, name):
        if name == "b":
            return "hook"
        raise AttributeError(name)


get_a, get_b, get_total, get_tag = map(operator.attrgetter, ("a", "b", "total", "tag"))
some = [Kind(2, 1), Loose(5), Kind(1, 7), Loose(0)]
for _ in range(3):
    print([get_a(x) for x in some], [get_b(x) for x in some], get_total(some[0]), get_tag(some[0]), get_tag(Kind), sorted(map(get_a, some)))
    some[0].a += 1
    Kind.tag += "!"
for x in (3, some[1]):
    try:
        print(get_total(x))
    except AttributeError as e:
        print(e)
for i in range(500):
    assert operator.attrgetter("total")(some[2]) == 8 and operator.attrgetter("real")(i) == i
print(operator.attrgetter("a", "b.real")(Kind(1, 2)), operator.attrgetter("__class__.__name__")(some[1]), operator.attrgetter("insort")(bisect) is bisect.insort)
