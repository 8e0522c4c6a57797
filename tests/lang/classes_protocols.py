# classes
class P:
    "doc"
    __slots__ = ("a", "b")
    def __init__(self): self.a = 1
p = P()
print(p.a)
for n in ("b", "c"):
    try: getattr(p, n)
    except AttributeError as e: print(e, e.name, e.obj is p)
try: p.c = 3
except AttributeError as e: print(e)
try: p.__dict__
except AttributeError as e: print(e)
class Q(P): pass
q = Q(); q.z = 3; print(q.__dict__, q.a)
try:
    class Z(int, str): pass
except TypeError as e: print(e)
try:
    class Z(bool): pass
except TypeError as e: print(e)
class I(int):
    def __new__(cls, v): 
        self = super().__new__(cls, v + 1); self.tag = "t"; return self
    def __repr__(self): return f"I({int(self)})"
i = I(4); print(i, i.tag, i + 1, type(i + 1), isinstance(i, int), hash(i) == hash(5), {5: 1}[i], [0]*I(2))
class S(str): pass
s = S("abc"); s.q = 1; print(s, s.upper(), s.q, s == "abc", len(s), {s: 1}["abc"], s[1:], type(s[1:]))
class L(list):
    def append(self, x): super().append(x * 2)
l = L([1]); l.append(2); l.foo = 1; print(l, len(l), l.foo, l.__dict__, l == [1, 4])
class D(dict):
    def __missing__(self, k): return k * 2
d = D(a=1); print(d["a"], d["zz"], d)
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
t = T(1, 2); print(t, t[0], len(t), t + (3,), hash(t) == hash((1, 2)))
class F(float): pass
print(F(2.5) * 2, F("1.5"), repr(F(3)))
class M(type):
    def __new__(m, n, b, ns, **kw):
        print("new", n, kw); return super().__new__(m, n, b, ns)
    def __init__(c, n, b, ns, **kw): print("init", n, kw); super().__init__(n, b, ns)
    def __call__(c, *a): print("call", a); return super().__call__(*a)
    @classmethod
    def __prepare__(m, n, b, **kw): print("prepare", n, kw); return {"pre": 1}
class C(metaclass=M, k=1):
    x = 1
print(C.pre, C(), type(C)) if False else print(C.pre, type(C))
C()
class Base:
    subs = []
    def __init_subclass__(cls, /, tag=None, **kw): super().__init_subclass__(**kw); Base.subs.append((cls.__name__, tag))
class S1(Base, tag="x"): pass
class S2(S1): pass
print(Base.subs, Base.__subclasses__())
class Desc:
    def __set_name__(self, owner, name): self.name = name; print("set_name", owner.__name__, name)
    def __get__(self, o, t): return (self.name, o is None, t.__name__)
    def __set__(self, o, v): print("set", v)
    def __delete__(self, o): print("del")
class W:
    d = Desc()
w = W(); print(w.d, W.d); w.d = 4; del w.d
class Bad:
    def __set_name__(self, o, n): raise ValueError("bad")
try:
    class X: b = Bad()
except RuntimeError as e: print(e, repr(e.__cause__))
print(W.__dict__.keys() >= {"d"}, W.__mro__, W.__bases__, W.__name__, W.__qualname__, W.__module__)
class Prop:
    @property
    def v(self): "docv"; return self._v
    @v.setter
    def v(self, x): self._v = x
    @property
    def ro(self): return 1
pr = Prop(); pr.v = 3; print(pr.v, Prop.v.__doc__)
for act in ("pr.ro = 1", "del pr.v"):
    try:
        if act.startswith("del"): del pr.v
        else: pr.ro = 1
    except AttributeError as e: print(e)
class O:
    def __eq__(self, o): return True
try: hash(O())
except TypeError as e: print(e)
try: object(1)
except TypeError as e: print(e)
class N: pass
try: N(1)
except TypeError as e: print(e)
class N2:
    def __init__(self, a): pass
try: N2()
except TypeError as e: print(e)
try: N2(1, 2, 3)
except TypeError as e: print(e)
print(type("Dyn", (N,), {"z": 1}).z, type("Dyn", (N,), {"z": 1}))
try: type("a", (1,), {})
except TypeError as e: print(e)
n = N(); n.__class__ = N2; print(type(n))
try: n.__class__ = int
except TypeError as e: print(e)
try: int.foo = 1
except TypeError as e: print(e)
class G:
    def __class_getitem__(cls, k): return (cls.__name__, k)
    def __getattr__(self, n): return "dyn" + n
    def __getattribute__(self, n):
        if n == "zz": raise AttributeError("no zz")
        return object.__getattribute__(self, n)
print(G[3], G().foo, G().zz)
class SA:
    def __setattr__(self, n, v): object.__setattr__(self, n, v * 2)
    def __delattr__(self, n): print("delattr", n); super().__delattr__(n)
sa = SA(); sa.x = 2; print(sa.x); del sa.x
try: del sa.x
except AttributeError as e: print(e)
class A:
    def f(self): return "A"
class B(A):
    def f(self): return "B" + super().f()
class C2(A):
    def f(self): return "C" + super().f()
class E(B, C2):
    def f(self): return "E" + super().f()
print(E().f(), super(B, E()).f(), super(E, E).f.__qualname__)
A.f = lambda self: "newA"; print(E().f())
class Op:
    def __init__(s, v): s.v = v
    def __add__(s, o): return ("add", s.v, o)
    def __radd__(s, o): return ("radd", s.v, o)
    def __iadd__(s, o): s.v += o; return s
    def __neg__(s): return -s.v
    def __getitem__(s, k): return k
    def __len__(s): return 3
    def __contains__(s, x): return x == 1
    def __call__(s, *a, **k): return a, k
    def __bool__(s): return False
    def __lt__(s, o): return "lt"
    def __index__(s): return 2
    def __int__(s): return 7
    def __float__(s): return 1.5
    def __format__(s, f): return "fmt" + f
    def __divmod__(s, o): return "dm"
    def __pow__(s, o, m=None): return ("pow", o, m)
    def __rpow__(s, o): return ("rpow", o)
    def __matmul__(s, o): return "mm"
    def __round__(s, n=None): return ("round", n)
o = Op(1); print(o + 1, 1 + o, -o, o[1:2], len(o), 1 in o, 2 in o, o(1, a=2), not o, o < 2, 3 > o, [5, 6, 7][o], int(o), float(o), f"{o:>3}", divmod(o, 1), o ** 2, 2 ** o, pow(o, 1, 2), o @ 1, round(o), round(o, 2))
o += 5; print(o.v)
for f in (lambda: 1 + "a", lambda: "a" + 1, lambda: [] + 1, lambda: 1 - None, lambda: 1 < "a", lambda: -"a", lambda: [1] * "a", lambda: None[0], lambda: 5(), lambda: len(5), lambda: iter(5), lambda: {}[[]], lambda: [1]["a"], lambda: (1)["a"], lambda: next(5), lambda: 2 ** "a", lambda: divmod(1, "a"), lambda: abs("a"), lambda: 1 in 5, lambda: int[1], lambda: isinstance(1, 5), lambda: issubclass(1, int), lambda: hash([]), lambda: int.__add__(1), lambda: int.__add__("a", 1), lambda: [].append(), lambda: "a".join(1, 2), lambda: len(), lambda: len(1, 2), lambda: object.__new__(int), lambda: int.__new__(str), lambda: [].sort(1), lambda: sorted([1], foo=2), lambda: "abc".foo, lambda: (1).foo, lambda: int.foo, lambda: print(foo=1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
