# Counter: construction, arithmetic, comparison, most_common order, update and subtract, errors.
import copy
from collections import Counter


def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)), end="; ")
    except Exception as e:
        print(type(e).__name__, e, end="; ")


for a, kw in (((), {}), (("abracadabra",), {}), (({"a": 2, "b": -1},), {}), (([1, 1.0, True, "1"],), {}), ((), {"x": 3, "y": 0}), (("ab",), {"a": 5}), ((5,), {}), ((None,), {}), (([[]],), {}), (("a", "b"), {}), ((Counter("aab"),), {})):
    show(Counter, *a, **kw)
print()
c = Counter("mississippi")
print(c, c["s"], c["zzz"], "zzz" in c, len(c), c.total(), c.most_common(), c.most_common(2), c.most_common(0), c.most_common(99), c.most_common(-1), list(c.elements()), sorted(c), list(c.items()))
a, b = Counter(a=3, b=1, d=-2, z=0), Counter(a=1, b=2, c=4, d=1)
print(a + b, a - b, b - a, a & b, a | b, +a, -a, a == b, a != b, a <= b, a < b, a >= b, a > b, Counter(a=1) <= Counter(a=2, b=0), Counter(a=1, b=0) == Counter(a=1), Counter(a=1) < Counter(a=1))
for op in ("__iadd__", "__isub__", "__iand__", "__ior__"):
    x = Counter(a=3, b=1, d=-2)
    y = getattr(x, op)(b)
    print(y is x, x, end=" ")
print()
x = Counter("aab")
x.update("abc")
x.update({"a": 10})
x.update(z=5)
x.update()
x.update([("t", 1)])
print(x)
x.subtract("aaa", b=1)
x.subtract({"z": 50})
x.subtract(Counter("c"))
print(x, sorted(x.elements(), key=str), +x, x.total())
x["new"] += 1
del x["nope"]
del x["a"]
print(x, x.pop("z"), x.pop("zz", None), x.setdefault("q", 7), x.get("w"), x.copy() == x, type(x.copy()), x.popitem(), copy.deepcopy(x) == x, dict(x))
show(x.pop, "nothing")
show(Counter.fromkeys, "ab", 1)
show(lambda: a + 5)
show(lambda: a < 5)
show(lambda: a == {"a": 3, "b": 1, "d": -2, "z": 0})
show(lambda: a | {"a": 9})
show(lambda: hash(a))
show(lambda: Counter(a="x").most_common())
show(lambda: Counter(a="x", b=1).most_common())
show(lambda: Counter(a="x") + Counter(a=1))
show(lambda: Counter(a="x", b=1))
show(a.update, 5)
show(a.update, "a", "b")
show(lambda: list(Counter(a=1.5).elements()))
print()
print(Counter(a=1.5, b=2.25) + Counter(a=0.5), Counter({True: 2, 1: 5}), Counter(x for x in [1, 2, 2, 3, 3, 3]).most_common(1), max(c, key=c.get), sum(c.values()), {k: v for k, v in c.items() if v > 1}, Counter("hello") & Counter("world"), sorted((Counter("listen") - Counter("silence")).elements()), Counter("listen") == Counter("silent"))
print(repr(Counter()), Counter(), Counter({(1, 2): 3}), str(Counter("aab")), f"{Counter('ab')}", Counter(b=2, a=2, c=2), Counter([3, 1, 2]).most_common(), isinstance(c, dict))


class Loud(Counter):
    def __missing__(self, key):
        return -1


l = Loud("aa")
print(l, l["q"], type(l + l), type(l.copy()), type(-l), Loud.__mro__[1:3])
words = """the rain in spain stays mainly in the plain the end""".split()
by_len = Counter(map(len, words))
print(by_len, sorted(by_len.items()), Counter(words).most_common(3), Counter(w[0] for w in words)["t"], sum((Counter(w) for w in words), Counter()).most_common(4))
