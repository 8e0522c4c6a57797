# Dicts, their views and iterators; mapping errors.
from types import MappingProxyType


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


d = {i: str(i) for i in range(10)}
for k in (3, 0, 9):
    del d[k]
d[3] = "three"
d[1] = "one"
print(d, len(d), list(d), d.popitem(), d.pop(4), d.pop(4, "gone"), d.setdefault(5, "x"), d.setdefault(50, "x"), d.get(99), d.get(99, 1))
d.update({1: "I"}, a=1)
d.update([(2, "two"), ["k", "v"]])
d |= {"z": 26}
print(d | {"y": 25}, {"y": 25} | d, d == dict(d), d != {}, dict.fromkeys("ab"), dict.fromkeys([1, 2], 0), dict(a=1, b=2), dict([(1, 2)], c=3), dict({1: 2}))
keys, values, items = d.keys(), d.values(), d.items()
print(keys, values, items, len(keys), 1 in keys, "I" in values, (1, "I") in items, (1, "J") in items, keys & {1, 2, 99} == {1, 2}, keys | {99} >= keys, items - {(1, "I")} <= items, keys.isdisjoint([99]), keys == set(d), keys < set(d) | {0},
      list(reversed(keys)), list(reversed(values))[:2], list(reversed(items))[:2], keys.mapping == d, keys ^ keys)
for f in (lambda: d["nope"], lambda: {}.popitem(), lambda: d.pop("nope"), lambda: d.__delitem__("nope"), lambda: {[]: 1}, lambda: {}[[]], lambda: {}.get({}), lambda: dict(5), lambda: dict([1]), lambda: dict(["abc"]), lambda: dict([(1,)]), lambda: dict(1, 2), lambda: d < d, lambda: d + d,
          lambda: d | [1], lambda: d.update(5), lambda: d.update(1, 2), lambda: hash(d), lambda: hash(keys), lambda: d.fromkeys(), lambda: d.fromkeys(5), lambda: keys + keys, lambda: d.pop(), lambda: d.get(), lambda: keys[0], lambda: {(1, []): 1}, lambda: d[(1, 2)], lambda: d[None]):
    print(attempt(f))


def grow():
    e = {1: 1, 2: 2}
    for k in e:
        e[k + 10] = 1


def shrink():
    e = {1: 1, 2: 2}
    for k in e.items():
        del e[1]


def change_keys():
    e = {1: 1, 2: 2, 3: 3}
    for k in e:
        del e[k]
        e[k + 100] = 1


def values_only():
    e = {1: 1, 2: 2}
    for k in e:
        e[k] = k * 2
    return e


for f in (grow, shrink, change_keys, values_only):
    print(attempt(f))


class Missing(dict):
    def __missing__(self, key):
        return f"<{key}>"


m = Missing(a=1)
print(m["a"], m["b"], m.get("b"), "b" in m, m, type(m.copy()).__name__, type(m | {}).__name__)


class Key:
    def __init__(self, v):
        self.v = v

    def __hash__(self):
        return self.v % 3

    def __eq__(self, other):
        return isinstance(other, Key) and self.v == other.v

    def __repr__(self):
        return f"K{self.v}"


o = {Key(i): i for i in range(12)}
del o[Key(5)], o[Key(0)]
o[Key(7)] = "seven"
print(o, o[Key(7)], Key(5) in o, len(o), {Key(1), Key(4), Key(1)} == {Key(4), Key(1)})


class Evil:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        raise ValueError("no equality")


e = {Evil(): 1}
print(attempt(lambda: e[Evil()]), attempt(e.__setitem__, Evil(), 2), len(e), attempt(lambda: 1 in e), attempt(lambda: {Evil(), Evil()}))
print({1: "a", 1.0: "b", True: "c"}, {0: 1, False: 2, 0.0: 3}, {"a": 1, "b": {"c": [1, {}]}})
s = {}
s["self"] = s
print(s, s.copy())
p = MappingProxyType({"a": 1})
print(p, p["a"], len(p), list(p), p.get("b", 2), p.keys(), p | {"b": 2}, p == {"a": 1}, attempt(lambda: p.__setitem__("x", 1)), attempt(lambda: p["zz"]))
it = iter({1: 2, 3: 4})
print(it.__length_hint__(), next(it), it.__length_hint__(), list(it), list(it))
q = {}
for i in range(2000):
    q[i] = i
    if i >= 5:
        del q[i - 5]
print(q, list(q.items()))
st = {}
for i in range(1000):
    st[i % 7] = i
    if i % 3 == 0:
        st.popitem()
print(st)
print(sum({i: i * 2 for i in range(1000)}.values()), sorted({"b": 1, "a": 2}), max({"x": 1, "y": 0}, key={"x": 1, "y": 0}.get), dict(zip("abc", range(3))), {**{"a": 1}, "b": 2, **{"a": 3}})
