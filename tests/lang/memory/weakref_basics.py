# weakref.ref and weakref.proxy: sharing, equality, hashing, callbacks, errors, subclasses.
import weakref


class Thing:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return isinstance(other, Thing) and self.value == other.value

    def __hash__(self):
        return hash(self.value)

    def __len__(self):
        return 3

    def __add__(self, other):
        return self.value + other

    def __getitem__(self, i):
        return ("item", i)

    def __iter__(self):
        return iter([1, 2])

    def __call__(self, x):
        return x * 2

    def __str__(self):
        return "thing!"


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


a, b = Thing(1), Thing(1)
ra, rb = weakref.ref(a), weakref.ref(b)
print(ra() is a, weakref.ref(a) is ra, ra is rb, ra == rb, hash(ra) == hash(a))
print(weakref.getweakrefcount(a), weakref.getweakrefs(a) == [ra])
print(ra.__callback__)
calls = []
rc = weakref.ref(a, lambda r: calls.append(("first", r is rc, r())))
rd = weakref.ref(a, lambda r: calls.append(("second", r is rd, r())))
print(rc is ra, rc == ra, callable(rc.__callback__), weakref.getweakrefcount(a))
p = weakref.proxy(a)
print(p.value, len(p), p + 4, p[7], list(p), p(21), str(p), p == a, bool(p), type(p).__name__)
p.value = 5
print(a.value)
del p.value
attempt(lambda: p.value)
a.value = 1
attempt(lambda: hash(p))
del a
print(calls)
print(ra(), rc(), ra == rb, ra == ra, ra != rc)
print(hash(ra) == hash(1))
attempt(lambda: hash(rc))
attempt(lambda: p.value)
attempt(lambda: p + 1)
attempt(lambda: len(p))
attempt(lambda: weakref.ref(3))
attempt(lambda: weakref.ref("x"))
attempt(lambda: weakref.ref([]))
attempt(lambda: weakref.ref(()))
attempt(lambda: weakref.ref(object()))
attempt(lambda: weakref.ref())
attempt(lambda: weakref.ref(b, 1, 2))
attempt(lambda: ra < rb)
attempt(lambda: ra(1))


class Slotted:
    __slots__ = ("x",)


class Allowed:
    __slots__ = ("x", "__weakref__")


attempt(lambda: weakref.ref(Slotted()))
allowed = Allowed()
print(weakref.ref(allowed)() is allowed)


class IntKind(int):
    pass


class ListKind(list):
    pass


class StrKind(str):
    pass


attempt(lambda: weakref.ref(IntKind(3)))
lk, sk = ListKind(), StrKind("s")
print(weakref.ref(lk)() is lk, weakref.ref(sk)() is sk)
for o in (print, attempt, Thing, {1}.__class__, weakref, b.__len__):
    print(weakref.ref(o)() is o)


class Named(weakref.ref):
    def __init__(self, target, callback=None, name=""):
        super().__init__(target, callback)
        self.name = name

    def __new__(cls, target, callback=None, name=""):
        return super().__new__(cls, target, callback)


n = Named(b, name="label")
print(n() is b, n.name, n == rb, isinstance(n, weakref.ref), n is Named(b))


def gen():
    yield 1


g = gen()
rg = weakref.ref(g)
print(rg() is g)
del g
print(rg())


class Bad:
    pass


x = Bad()
order = []
refs = [weakref.ref(x, lambda r, i=i: order.append(i)) for i in range(4)]
del refs[1]
del x
print(order)
