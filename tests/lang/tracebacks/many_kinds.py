# Tracebacks as text for many kinds of failing expressions: the carets CPython 3.11 prints.
import traceback


class C:
    x = 1
    def m(self, a): return a
    def __getitem__(self, k): raise KeyError(k)
    def __setitem__(self, k, v): raise KeyError(k)
    def __delitem__(self, k): raise KeyError(k)
    def __add__(self, o): raise TypeError("add")
    def __iadd__(self, o): raise TypeError("iadd")
    def __neg__(self): raise TypeError("neg")
    def __lt__(self, o): raise TypeError("lt")
    def __contains__(self, o): raise TypeError("contains")
    def __bool__(self): raise TypeError("bool")
    def __iter__(self): raise TypeError("iter")
    def __enter__(self): raise TypeError("enter")
    def __exit__(self, *a): raise TypeError("exit")
    def __call__(self, *a, **k): raise TypeError("call")
    def __format__(self, s): raise TypeError("format")
    def __hash__(self): raise TypeError("hash")
    @property
    def p(self): raise TypeError("property")
    def __setattr__(self, n, v): raise TypeError("setattr")


c = C()
n = None


def f01(): return c.p
def f02(): return c.m(1, 2)
def f03(): return n.foo()
def f04(): return n.foo
def f05(): return c[1]
def f06(): c[1] = 2
def f07(): del c[1]
def f08(): return c + 1
def f09(): return -c
def f10(): return c < 1
def f11(): return 1 in c
def f12(): return 1 if c else 2
def f13(): return not c
def f14(): return c and 1
def f15():
    for x in c: pass
def f16():
    with c: pass
def f17(): return c(1, *[2], k=3)
def f18(): return f"a {c:x} b"
def f19(): return {c: 1}
def f20(): return {1, c}
def f21(): c.attr = 1
def f22(): a, b = c
def f23(): a, b = 1, 2, 3
def f24(): return [*c]
def f25(): return {**n}
def f26(): return f02(*n)
def f27(): return f02(**n)
def f28(): return undefined_name
def f29(): return undefined_name.attr + 1
def f30(): return 1 + undefined_name * 2
def f31(): return (1 + 2) * (3 / 0) - 4
def f32(): return [1, 2, 3][10]
def f33(): return {"k": {}}["k"]["j"]["i"]
def f34(): x = c; x += 1
def f35(): assert 1 == 2
def f36(): assert False, "why " + "not"
def f37(): assert n.x, "message"
def f38(): raise ValueError("text") from None
def f39(): raise ValueError
def f40(): raise c
def f43(): return [i / 0 for i in range(2)]
def f44(): return list(i / 0 for i in range(2))
def f45(): return (lambda z: z / 0)(1)
def f46(): return max([1, "a"])
def f47(): return sorted([1, "a"], key=lambda v: v.upper())
def f48(): return int("x") + int("y")
def f49(): return "abc".nope
def f50(): return "abc".nope()
def f51(): return "abc".join([1])
def f52(): return str.upper(5)
def f53(): global gone; del gone
def f54(): del never_bound; never_bound = 1
def f55(): never_bound += 1
def f56(): return c.m(n.a, 2)
def f57(): return c.m(c.m(1), c.m(n.b))
def f58():
    return (
        c.m(1)
        + n.multi
    )
def f59():
    return c.m(
        1,
        2,
    )
def f60(): return c.x.y.z
def f61(): c.x.y = 1
def f62(): del c.x.y
def f63(): return c . m ( 1 , 2 )
def f64(): return 5()
def f65(): return f01()()
def f66(): return "%d" % "x"
def f67(): return 1 < "a" < 2
def f68(): return 1 if n.q else 2
def f69():
    while n.w: pass
def f70():
    match n.m:
        case 1: pass
def f71(): return lambda: n.inner, (lambda: n.inner)()
def f72(): return {n.k: 1 for _ in "a"}
def f73(): x: int = n.ann
def f74(): return n[0][1]
def f75(): n[0][1] = 2
def f76(): return n[1:2]
def f77(): return "é" + n.after_wide
def f78(): return ("日本" + "語").nope
def f79(): yield_from = (yield from n); return yield_from
def f80(): print(f"{n.in_fstring}", f"{1/0}")


fs = [v for k, v in sorted(globals().items()) if k[0] == "f" and k[1:].isdigit()]
for f in fs:
    try:
        r = f()
        if hasattr(r, "send"):
            next(r)
        print(f.__name__, "no error", r)
    except Exception as e:
        print(f.__name__)
        print("".join(traceback.format_exception(e)[2:]).rstrip())
