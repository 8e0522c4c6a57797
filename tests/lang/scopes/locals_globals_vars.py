# locals(), globals(), vars(), dir() in modules, functions, classes, comprehensions and nested scopes.
mod_a = 1
print(locals() is globals(), "mod_a" in globals(), vars() is globals(), "mod_a" in dir(), __name__ in ("__main__",), sorted(dir())[:1] != [])
globals()["made"] = "by globals"
print(made)
locals()["made2"] = "by locals"
print(made2)
del globals()["made"]
try:
    made
except NameError as e:
    print(e)


def f(a, b=2, *args, c=3, **kw):
    d = a + b
    first = dict(locals())
    for i in range(2): e = i
    x: int
    if d > 100: never = 1
    second = sorted(locals())
    del d
    return first, second, sorted(locals()), dir(), vars() == locals()


r = f(1, 2, 9, k=5)
print(r[0], r[1], r[2], r[3])


def g():
    free = 1
    other = 2
    def inner(p):
        own = free
        def deeper(): return own
        return sorted(locals()), dir(), deeper()
    return inner(5), sorted(k for k in locals() if k != "inner")


print(g())


def h():
    v = 1
    d = locals()
    d["v"] = 99
    d["new"] = 5
    return v, "v" in locals()


print(h())


class C:
    a = 1
    b = sorted(k for k in locals() if not k.startswith("__"))
    locals()["dyn"] = "created"
    c = dyn
    d = sorted(k for k in vars() if not k.startswith("__")), sorted(k for k in dir() if not k.startswith("__"))
    def m(self):
        x = 1
        return locals().keys() == {"self", "x"}
    def with_class(self):
        return sorted(locals()), __class__.__name__


print(C.b, C.c, C.d, C().m(), C().with_class())


def comp():
    base = 10
    return [sorted(k for k in ("i", "base") if k == "i" or base) for i in range(1)], {i: base for i in range(2)}, list(base + i for i in range(2))


print(comp())


def nested_locals_snapshot():
    out = []
    for n in range(3):
        out.append(dict(locals()))
        del out[-1]["out"]
    return out


print(nested_locals_snapshot())


def uses_exec_like():
    for name, value in (("p", 1), ("q", 2)):
        globals()["g_" + name] = value
    return g_p + g_q


print(uses_exec_like())


def template(**ctx):
    greeting = "Hello"
    return "{greeting} {name}, {ctx[city]}".format(name=ctx["name"], **locals())


print(template(name="Ann", city="Rome"))


def lam():
    y = 5
    return (lambda z: sorted(locals()))(1), (lambda z: (z, y, sorted(locals())))(1)


print(lam())


def gen():
    a = 1
    yield sorted(locals())
    b = 2
    yield sorted(locals())


print(list(gen()))


def exc():
    try:
        raise ValueError
    except ValueError as e:
        inside = sorted(locals())
    return inside, sorted(locals())


print(exc())


class Obj:
    def __init__(self): self.x, self.y = 1, 2


o = Obj()
vars(o)["z"] = 3
print(vars(o), o.z, vars(Obj)["__init__"] is Obj.__init__, [n for n in dir(o) if n[0] != "_"])
for bad in (5, [], None, "s"):
    try:
        vars(bad)
    except TypeError as e:
        print(e)
import sys


def frame_names():
    local_one = 1
    return sys._getframe().f_code.co_name, sys._getframe(1).f_code.co_name, sys._getframe().f_lineno > 0


print(frame_names())
