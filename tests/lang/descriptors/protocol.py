# Descriptors: data and non-data, on instances, classes and metaclasses, __set_name__, properties in every form.
def show(act):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)


class Data:
    def __init__(self): self.log = []
    def __set_name__(self, owner, name): self.name, self.owner = name, owner.__name__
    def __get__(self, obj, cls=None): return f"get {self.name} {obj is None} {cls and cls.__name__}"
    def __set__(self, obj, v): obj.__dict__["_" + self.name] = v
    def __delete__(self, obj): obj.__dict__["_deleted"] = self.name


class NonData:
    def __get__(self, obj, cls): return "non-data"


class SetOnly:
    def __set__(self, obj, v): obj.__dict__["stored"] = v


class C:
    d = Data()
    n = NonData()
    s = SetOnly()
    plain = 1


c = C()
print(C.d, c.d, C.n, c.n, type(C.s).__name__, type(c.s).__name__, C.__dict__["d"].owner)
c.d = 5
c.s = 6
c.__dict__.update(d="shadow d", n="shadow n", s="shadow s", plain=2)
print(c.d, c.n, c.s, c.plain, sorted(c.__dict__))
del c.d
print(c._deleted, c._d)
show(lambda: delattr(c, "s"))
del c.n
print(c.n)
C.d = "replaced"
print(C.d, c.d)


class P:
    def __init__(self): self._x = 0
    @property
    def x(self):
        """the x"""
        return self._x
    @x.setter
    def x(self, v): self._x = v * 2
    @x.deleter
    def x(self): self._x = None
    ro = property(lambda self: "ro")
    wo = property(None, lambda self, v: setattr(self, "_x", v))
    doc = property(lambda s: 1, doc="given doc")
    none = property()


p = P()
p.x = 4
print(p.x, P.x.__doc__, P.doc.__doc__, P.x.fget.__name__, P.ro.fset)
del p.x
print(p.x)
p.wo = 9
print(p.x)
show(lambda: setattr(p, "ro", 1))
show(lambda: delattr(p, "ro"))
show(lambda: p.wo)
show(lambda: p.none)
show(lambda: setattr(P.x, "fget", 1))
show(lambda: P.x.__get__(None, P) is P.x)
show(lambda: P.x.__set__(p, 3) or p.x)
show(lambda: property(1).__get__(p))


class Q(P):
    @P.x.getter
    def x(self): return "sub getter", super().x
    @property
    def ro(self): return "overridden " + super().ro


q = Q()
q.x = 5
print(q.x, q.ro)


class Cached:
    def __init__(self, f): self.f = f
    def __set_name__(self, o, n): self.n = n
    def __get__(self, obj, cls):
        if obj is None: return self
        v = obj.__dict__[self.n] = self.f(obj)
        return v


class Heavy:
    count = 0
    @Cached
    def value(self):
        Heavy.count += 1
        return self.count * 10


h = Heavy()
print(h.value, h.value, Heavy.count, "value" in h.__dict__, isinstance(Heavy.value, Cached))


class Typed:
    def __init__(self, t): self.t = t
    def __set_name__(self, o, n): self.n = "_" + n
    def __get__(self, obj, cls): return self if obj is None else getattr(obj, self.n, None)
    def __set__(self, obj, v):
        if not isinstance(v, self.t): raise TypeError(f"{self.n[1:]} must be {self.t.__name__}, not {type(v).__name__}")
        setattr(obj, self.n, v)


class Rec:
    a, b = Typed(int), Typed(str)
    def __init__(self, a, b): self.a, self.b = a, b


r = Rec(1, "x")
print(r.a, r.b)
show(lambda: Rec("1", "x"))
show(lambda: setattr(r, "b", 5))


class CM:
    @classmethod
    def k(cls, *a): return cls.__name__, a
    @staticmethod
    def s(*a): return a
    @classmethod
    @property
    def cp(cls): return "class property " + cls.__name__


class CM2(CM): pass


print(CM2.k(1), CM2().k(2), CM.s(3), CM2().s(4), CM2.cp, CM().cp)
print(CM.__dict__["k"].__get__(None, CM2)(5), CM.__dict__["s"].__get__(1)(6))


class BadName:
    def __set_name__(self, o, n): raise ValueError("no name for " + n)


try:
    class X:
        attr = BadName()
except RuntimeError as e:
    print(e, repr(e.__cause__))
except ValueError as e:
    print(e)


class Raises:
    def __get__(self, o, c): raise AttributeError("descriptor says no")


class WithRaise:
    r = Raises()
    def __getattr__(self, n): return "getattr " + n


print(WithRaise().r, hasattr(C, "zz"), getattr(WithRaise, "r", "default"))


class CallableInst:
    def __call__(self, *a): return a


class Method:
    f = CallableInst()
    def real(self): return 1
    alias = real
    lam = staticmethod(lambda: "static lambda")


m = Method()
print(m.f(1), m.alias(), m.lam(), Method.real(m), m.real.__self__ is m, Method.__dict__["real"].__get__(m)())
m.inst = lambda: "no self"
print(m.inst())
f = (lambda self, v: (self, v)).__get__(10)
print(f(20), f.__self__, f.__func__("a", "b"))
class Meta(type):
    @property
    def mp(cls): return cls.__name__
    d = Data()
class UM(metaclass=Meta): mp2 = 1
print(UM.mp, UM.d, hasattr(UM(), "mp"))
show(lambda: setattr(UM, "mp", 5))
show(lambda: UM().mp)
