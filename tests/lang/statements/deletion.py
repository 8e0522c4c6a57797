# del of every kind of target, and reading what is gone.
def show(act):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)


log = []


class T:
    def __delitem__(self, k): log.append(("item", k))
    def __delattr__(self, n): log.append(("attr", n))
    def __getitem__(self, k): return T()


t = T()
del t[1], t[1:2], t[..., None], t.a, t[0][1], t[0].b
del (t.x, [t.y, t[5]]), t.z
del (t.single)
del (t.q,)
del [t.r]
del ()
del []
print(log)
x = 1
del x
try:
    x
except NameError as e:
    print(e)
try:
    del x
except NameError as e:
    print(e)
a, b, c = 1, 2, 3
del a, (b, c)
print([n for n in ("a", "b", "c") if n in globals()])
lst = list(range(10))
del lst[0], lst[-1], lst[1:3], lst[::2]
print(lst)
del lst[:]
print(lst)
d = {"a": 1, "b": {"c": 2, "d": 3}}
del d["a"], d["b"]["c"]
print(d)


def f():
    y = 1
    del y
    try:
        return y
    except UnboundLocalError as e:
        print(e)
    try:
        del y
    except UnboundLocalError as e:
        print(e)
    y = 2
    return y


print(f())


def params(a, b=2, *args, **kw):
    del a, args
    try:
        a
    except UnboundLocalError as e:
        print(e)
    return b, kw


print(params(1, 2, 3, k=4))


def g():
    global gl
    gl = 5
    del gl
    try:
        gl
    except NameError as e:
        return str(e)


print(g())


def cells():
    v = 1
    def inner():
        return v
    def remove():
        nonlocal v
        del v
    remove()
    try:
        inner()
    except NameError as e:
        print(e)
    try:
        return v
    except UnboundLocalError as e:
        return str(e)


print(cells())


class C:
    p = 1
    q = 2
    del p
    try:
        p
    except NameError as e:
        print(e)
    try:
        del nothing
    except NameError as e:
        print(e)

    @property
    def prop(self): return 1

    @prop.deleter
    def prop(self): log.append("deleter")


print(hasattr(C, "p"), C.q)
log.clear()
o = C()
del o.prop
print(log)
del C.q
show(lambda: C.q)
show(lambda: delattr(o, "q"))
o.z = 1
del o.z
show(lambda: o.z)


class NoDel:
    def __getitem__(self, k): return 1
    @property
    def ro(self): return 1


n = NoDel()
for code in range(12):
    try:
        if code == 0: del n[0]
        if code == 1: del n.ro
        if code == 2: del n.nothing
        if code == 3: del (1, 2)[0]
        if code == 4: del "abc"[0]
        if code == 5: del {}["k"]
        if code == 6: del [1][3]
        if code == 7: del None.x
        if code == 8: del (5).real
        if code == 9: del len.__name__
        if code == 10: del [].append
        if code == 11: del {1, 2}[1]
    except Exception as e:
        print(code, type(e).__name__, e)
for i in range(3):
    del i
try:
    i
except NameError as e:
    print(e)
import sys
del sys
try:
    sys
except NameError as e:
    print(e)
len = 5
print(len)
del len
print(len([1, 2]))


class Fin:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)


def order():
    a, b = Fin("a"), Fin("b")
    del a
    print("between")
    c = Fin("c")
    c = None
    print("end of order")


order()
k = [Fin("item")]
k2 = k
del k
print("still")
del k2[0]
print("done")
