# dict: construction, methods and their errors, order under deletion, views, union, changes during iteration.
def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)), end="; ")
    except Exception as e:
        print(type(e).__name__, e, end="; ")


class Mapping:
    def keys(self):
        return ["p", "q"]

    def __getitem__(self, k):
        return k * 2


for a in ((), ({"a": 1},), ([("a", 1), ["b", 2]],), (["ab", "cd"],), ([("a",)],), ([("a", 1, 2)],), ([1],), (5,), (None,), ("ab",), (Mapping(),), (zip("ab", [1, 2]),), ([[[], 1]],), ({1, 2},), (iter([(1, 2)]),), ({}, {})):
    show(dict, *a)
show(dict, {"a": 1}, b=2, a=3)
show(dict, a=1, **{"b c": 2})
show(dict.fromkeys, "aba")
show(dict.fromkeys, [1, 2], [])
show(dict.fromkeys, 5)
show(dict.fromkeys, [[]])
show(dict.fromkeys)
print()
d = {"a": 1, "b": 2, 3: "c", None: None, (1, 2): "t"}
for name, *args in (("get", "a"), ("get", "zz"), ("get", "zz", 5), ("get",), ("get", []), ("setdefault", "a", 9), ("setdefault", "n"), ("setdefault", "m", []), ("setdefault", {}), ("pop", "a"), ("pop", "zz"), ("pop", "zz", "dflt"), ("pop",), ("pop", []), ("popitem",), ("popitem", 1), ("update", {"u": 1}), ("update", [("v", 2)]), ("update", 5), ("update", [1]), ("update", ["abc"]), ("update", {}, {}), ("copy",), ("__getitem__", "zz"), ("__getitem__", []), ("__setitem__", [], 1), ("__delitem__", "zz"), ("__delitem__", 3), ("__contains__", []), ("__or__", {"x": 1}), ("__or__", 5), ("__ior__", [("i", 1)]), ("__ror__", {"r": 1}), ("__eq__", 5), ("__lt__", {}), ("__reversed__",), ("keys",), ("values",), ("items",), ("clear",), ("popitem",), ("items", 1)):
    print(name, end=" ")
    f = getattr(d, name)
    show(f, *args) if name != "__reversed__" else print(list(f()), end="; ")
print(d)
d = {c: i for i, c in enumerate("abcdef")}
del d["c"]
d["c"] = 99
d["a"] = 0
print(d, list(d), list(reversed(d)), list(reversed(d.values())), list(reversed(d.items())), d | {"a": 5, "z": 1}, {"z": 1} | d, d == dict(reversed(d.items())), {1: "a", True: "b", 1.0: "c"}, {**d, "a": 7}, len(d))
d |= {"b": "B"}
d |= [("k", "K")]
d.update(a="A", **{"x y": 1})
print(d, d.popitem(), d.popitem(), min(d), max(d), sorted(d.items(), key=str), "a" in d, d.keys() & {"a", "zz"}, sorted(d.keys() | {"zz"}), sorted(d.keys() - "ab"), sorted(d.keys() ^ "az"), d.items() & [("a", "A")], d.keys() == set(d), d.keys() >= {"a"}, d.keys().isdisjoint("xyz"), d.items().isdisjoint([("a", 1)]), ("a", "A") in d.items(), ("a", 5) in d.items(), 5 in d.items(), "A" in d.values())
for f in (lambda: d.keys() + d.keys(), lambda: d.keys()[0], lambda: hash(d), lambda: hash(d.keys()), lambda: hash(d.items()), lambda: d.values() == d.values(), lambda: d.keys() | 5, lambda: {} < {}, lambda: {} | None, lambda: {**5}, lambda: {**{1: 2}}, lambda: d.zzz, lambda: d["q"]["r"], lambda: {[]: 1}, lambda: {{}}, lambda: d.keys().mapping["a"], lambda: type(d.keys().mapping), lambda: len(d.items()), lambda: repr({}.values()), lambda: list({}.items()), lambda: {}.fromkeys("a", 0), lambda: set(d.values()) > 5, lambda: d.keys() < {1}, lambda: d.items() - {("a", "A")}):
    show(f)
print()
for change in (lambda d, k: d.pop(k), lambda d, k: d.__setitem__(k + 10, 1), lambda d, k: d.__setitem__(k, 5), lambda d, k: d.clear()):
    d = {1: 1, 2: 2, 3: 3}
    try:
        for k in d:
            change(d, k)
        print("fine", d, end="; ")
    except RuntimeError as e:
        print(e, d, end="; ")
print()
d = {1: 1, 2: 2}
it = iter(d.items())
print(next(it), it.__length_hint__(), list(it), it.__length_hint__(), next(it, "end"), type(it).__name__, type(iter(d)).__name__, type(iter(d.values())).__name__, type(reversed(d)).__name__, type(reversed(d.items())).__name__)
it = iter(d)
d[5] = 5
del d[5]
d.pop(1)
d[9] = 9
try:
    print(list(it))
except RuntimeError as e:
    print(e)


class Defaulting(dict):
    def __missing__(self, key):
        self[key] = v = key * 2
        return v


m = Defaulting(a=1)
print(m["a"], m["b"], m, m.get("c"), "c" in m, m.copy(), type(m.copy()), type(m | {}), Defaulting.fromkeys("x"), m == {"a": 1, "b": "bb"})


class Key:
    def __init__(self, v, h):
        self.v, self.h = v, h

    def __hash__(self):
        return self.h

    def __eq__(self, other):
        return isinstance(other, Key) and self.v == other.v

    def __repr__(self):
        return f"K{self.v}"


d = {Key(i, i % 3): i for i in range(9)}
print(d, d[Key(4, 1)], d.get(Key(4, 2)), len(d), {Key(1, 1): "x"} == {Key(1, 1): "x"}, {1: float("nan")} == {1: float("nan")}, {"a": {"b": [1, {2: 3}]}}, {1: {}}[1] == {})
r = {}
r["self"] = r
r["list"] = [r]
print(r, [r][0]["list"][0]["self"] is r)
big = {i: str(i) for i in range(1000)}
for i in range(0, 1000, 3):
    del big[i]
for i in range(5000, 5100):
    big[i] = i
print(len(big), list(big)[:5], list(big)[-3:], sum(k for k in big if isinstance(k, int)), next(reversed(big)))
