# WeakValueDictionary, WeakKeyDictionary, WeakSet, WeakMethod, finalize.
import weakref


class Key:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return "Key(%r)" % self.name

    def method(self, x=1):
        return (self.name, x)


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, str(e).split(" at ")[0])


a, b, c = Key("a"), Key("b"), Key("c")

values = weakref.WeakValueDictionary()
values["a"] = a
values["b"] = b
values.update({"c": c})
print(len(values), sorted(values), sorted(values.keys()), [v.name for v in values.values()], "a" in values)
print(sorted(k for k, v in values.items()), values.get("z"), values.get("z", 5), values["b"])
attempt(lambda: values["z"])
attempt(lambda: values.pop("z"))
print(values.pop("z", None), values.pop("c"), values.setdefault("d", c), values.setdefault("d", a))
del c
print(sorted(values))
print(values.copy() == values, type(values | {}).__name__, len(values.valuerefs()))
attempt(lambda: values.__setitem__("n", 3))
values.clear()
print(len(values))

c = Key("c")
keys = weakref.WeakKeyDictionary({a: 1, b: 2})
keys[c] = 3
print(len(keys), sorted(keys.values()), keys[a], a in keys, 5 in keys, keys.get(Key("q"), "none"))
del c
print(len(keys), sorted(k.name for k in keys), sorted((k.name, v) for k, v in keys.items()))
print(keys.pop(a), keys.setdefault(a, 9), len(keys.keyrefs()))
attempt(lambda: keys[3])
attempt(lambda: keys[Key("no")])
del keys[b]
print([k.name for k in keys])

s = weakref.WeakSet([a, b])
c = Key("c")
s.add(c)
print(len(s), a in s, 3 in s, sorted(x.name for x in s))
del c
print(len(s))
s.discard(a)
attempt(lambda: s.remove(a))
other = weakref.WeakSet([a])
print(sorted(x.name for x in s | other), len(s & other), len(s - other), sorted(x.name for x in s ^ other))
print(s.isdisjoint(other), s <= (s | other), s == weakref.WeakSet([b]), s.pop())
attempt(s.pop)

m = weakref.WeakMethod(a.method)
print(m()(4), m == weakref.WeakMethod(a.method), hash(m) == hash(weakref.WeakMethod(a.method)))
dead = []
m2 = weakref.WeakMethod(b.method, lambda r: dead.append(r() is None))
attempt(lambda: weakref.WeakMethod(print))
attempt(lambda: weakref.WeakMethod(3))
del b
print(m2(), dead)

f = weakref.finalize(a, print, "finalizing", 1, sep="-")
print(f.alive, f.peek()[2:], f.atexit)
g = weakref.finalize(a, print, "detached")
print(g.detach()[2:], g.alive, g.peek(), g())
h = weakref.finalize(a, lambda: "called by hand")
print(h(), h(), h.alive)
del a
print(f.alive, m())
k = Key("k")
late = weakref.finalize(k, print, "at exit, first registered")
later = weakref.finalize(k, print, "at exit, last registered")
never = weakref.finalize(k, print, "never")
never.atexit = False
print("end")
