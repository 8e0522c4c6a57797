# Reference cycles: found by gc.collect(), finalized once, weak references cut, resurrection respected.
import gc
import weakref

gc.disable()


class Node:
    def __init__(self, name):
        self.name = name
        self.next = None


class Loud(Node):
    def __del__(self):
        print("del", self.name)


def ring(cls, names):
    nodes = [cls(n) for n in names]
    for a, b in zip(nodes, nodes[1:] + nodes[:1]):
        a.next = b
    return nodes[0]


gc.collect()
r = weakref.ref(ring(Node, "abc"))
print(r() is not None)
print(gc.collect() > 0)
print(r() is None)

first = ring(Loud, ["one"])
r = weakref.ref(first, lambda r: print("callback", r()))
del first
print("still alive:", r().name)
gc.collect()
print(r())

kept = ring(Node, "xy")
r = weakref.ref(kept)
gc.collect()
print(r().next.next is r())
del kept
gc.collect()
print(r())

# Cycles through lists, dicts, closures, bound methods, exceptions.
l = []
l.append(l)
d = {}
d["self"] = d
t = ([],)
t[0].append(t)


class C:
    def method(self):
        pass


c = C()
c.m = c.method
r1 = weakref.ref(c)


def closure():
    obj = C()

    def inner():
        return obj, inner

    obj.f = inner
    return weakref.ref(obj)


r2 = closure()


def raising():
    obj = C()
    try:
        raise ValueError
    except ValueError as e:
        obj.error = e
    return weakref.ref(obj)


r3 = raising()
del l, d, t, c
gc.collect()
print(r1(), r2(), r3())


class Lazarus:
    saved = None

    def __init__(self):
        self.me = self

    def __del__(self):
        print("rising")
        Lazarus.saved = self


Lazarus()
gc.collect()
print(Lazarus.saved.me is Lazarus.saved)
Lazarus.saved.me = None
Lazarus.saved = None
gc.collect()
print("done")
gc.enable()

# And without being asked.
count = 0


class Counted:
    def __init__(self):
        self.me = self

    def __del__(self):
        global count
        count += 1


for i in range(100000):
    Counted()
print(count > 0)
