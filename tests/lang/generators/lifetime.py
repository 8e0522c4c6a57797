# When finally blocks of suspended generators run: on close, on del, when replaced, at the end of the program.
import gc
import sys


def g(name, log=None):
    try:
        yield name
        yield name + "2"
    finally:
        print("finally", name)


a = g("a")
next(a)
del a
print("after a")
b = g("b")
del b
print("b never started")
c = g("c")
next(c)
c = None
print("after c")
for x in g("loop"):
    print(x)
    break
print("after loop")


def holder():
    h = g("held")
    next(h)
    return "holder returns"


print(holder())
print([v for v, _ in zip(g("zip"), [1])])
lst = [g("in list")]
next(lst[0])
lst.clear()
print("cleared")
d = {"k": g("in dict")}
next(d["k"])
d["k"] = 1
print("replaced")


class Owner:
    def __init__(self):
        self.gen = g("attr")
        next(self.gen)

    def __del__(self):
        print("owner del")


o = Owner()
del o
print("owner gone")


def nested():
    try:
        yield from g("sub")
    finally:
        print("finally outer")


n = nested()
next(n)
n.close()


def with_gen():
    class CM:
        def __enter__(self): return self
        def __exit__(self, *e): print("exit", e[0] and e[0].__name__)
    with CM():
        yield 1


w = with_gen()
next(w)
w.close()
w = with_gen()
next(w)
del w


def self_cycle():
    try:
        me = yield
        yield 1
    finally:
        print("finally cycle")


s = self_cycle()
next(s)
s.send(s)
del s
gc.collect()
print("collected")


class Cyc:
    def run(self):
        try:
            yield self
        finally:
            print("finally method generator")


y = Cyc()
y.gen = y.run()
next(y.gen)
del y
gc.collect()
print("collected 2")


def raises_on_exit():
    try:
        yield
    finally:
        raise ValueError("ignored")


sys.unraisablehook = lambda u: print("unraisable", type(u.exc_value).__name__, u.exc_value, getattr(u.object, "__name__", None))
r = raises_on_exit()
next(r)
del r


def yields_on_exit():
    try:
        yield 1
    except GeneratorExit:
        yield 2


r = yields_on_exit()
next(r)
del r
sys.unraisablehook = sys.__unraisablehook__


def released():
    class Noisy:
        def __init__(self, n): self.n = n
        def __del__(self): print("del", self.n)
    local = Noisy("local")
    yield 1
    local = Noisy("second")
    yield 2
    print("end of body")


r = released()
next(r)
next(r)
print(list(r))
r = released()
next(r)
r.close()
print("closed")
e = g("expr")
next(e)
ge = (x for x in e)
next(ge, None)
del e
print("still held")
del ge
last = g("at exit")
next(last)
print("end")
