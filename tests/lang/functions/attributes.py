# What function objects carry, and what can be assigned to them.
import functools
import types


def show(act):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)


x = 10


def outer(a, b=1, /, c=2, *args, d, e=5, **kw) -> "ret":
    """The doc.

    More.
    """
    loc = a
    def inner(p: int, q: "str" = None):
        nonlocal loc
        loc = p
        return a, b, loc, x
    return inner


print(outer.__name__, outer.__qualname__, outer.__module__, repr(outer.__doc__), outer.__defaults__, outer.__kwdefaults__, outer.__annotations__)
c = outer.__code__
print(c.co_name, c.co_qualname, c.co_argcount, c.co_posonlyargcount, c.co_kwonlyargcount, c.co_varnames, c.co_cellvars, c.co_freevars, c.co_flags & 0x0C, c.co_firstlineno)
inner = outer(1, d=4)
k = inner.__code__
print(inner.__name__, inner.__qualname__, k.co_freevars, k.co_varnames, k.co_argcount, inner.__annotations__, inner.__defaults__)
print([cell.cell_contents for cell in inner.__closure__], type(inner.__closure__[0]).__name__)
print(inner("p"), [cell.cell_contents for cell in inner.__closure__])
inner.__closure__[0].cell_contents = "changed"
print(inner(2))
print(outer.__closure__, outer.__globals__ is globals(), outer.__dict__, outer.__builtins__ is not None if hasattr(outer, "__builtins__") else True)
outer.attr = [1]
outer.__dict__["other"] = 2
print(outer.attr, outer.other, vars(outer), sorted(n for n in dir(outer) if not n.startswith("__")))
del outer.attr
show(lambda: outer.attr)
outer.__name__ = "renamed"
outer.__qualname__ = "Some.where"
outer.__doc__ = None
outer.__annotations__ = {"z": 1}
print(repr(outer).split(" at ")[0], outer.__doc__, outer.__annotations__)
show(lambda: setattr(outer, "__name__", 5))
show(lambda: setattr(outer, "__qualname__", 5))
show(lambda: setattr(outer, "__dict__", 5))
show(lambda: setattr(outer, "__annotations__", 5))
show(lambda: delattr(outer, "__name__"))
del outer.__annotations__
print(outer.__annotations__)
outer.__annotations__["w"] = 3
print(outer.__annotations__)
lam = lambda v, *w: v
print(lam.__name__, lam.__qualname__, repr(lam).split(" at ")[0], lam.__code__.co_name, lam.__doc__, lam.__code__.co_flags & 4)


class C:
    def m(self, a): """m doc"""
    @staticmethod
    def s(): pass
    @classmethod
    def c(cls): pass
    lam = lambda self: 1
    def gen(self): yield


o = C()
print(o.m.__name__, o.m.__qualname__, o.m.__doc__, o.m.__self__ is o, o.m.__func__ is C.m, C.s.__qualname__, C.c.__self__ is C, C.lam.__qualname__)
print(repr(C.m).split(" at ")[0], repr(o.m).split(" of ")[0], o.m == o.m, o.m is o.m, hash(o.m) == hash(o.m), C().m == o.m, o.gen.__code__.co_flags & 0x20)
print(repr(C.__dict__["s"]).split(" at ")[0], repr(C.__dict__["c"]).split(" at ")[0], C.__dict__["s"].__func__.__name__, C.__dict__["c"].__wrapped__.__name__)
show(lambda: C.__dict__["s"]())
show(lambda: C.__dict__["c"]())
show(lambda: setattr(o.m, "__name__", "z"))
print(isinstance(lam, types.FunctionType), isinstance(o.m, types.MethodType), isinstance(len, types.BuiltinFunctionType), isinstance([].append, types.BuiltinMethodType))
bound = types.MethodType(lambda self, y: (self, y), "me")
print(bound(1), bound.__self__)
f = outer.__get__(o, C)
print(type(f).__name__, f.__self__ is o, len.__name__, len.__self__.__name__, [].append.__name__, [].append.__self__, str.upper.__name__, str.upper.__objclass__)
print(len, [].append.__qualname__, str.upper, "x".upper().__class__, int.__add__, (5).__add__.__name__, print.__module__)


def deco(fn):
    @functools.wraps(fn)
    def wrapper(*a, **k):
        """wrapper doc"""
        return fn(*a, **k)
    return wrapper


@deco
def wrapped(a: int) -> str:
    """orig doc"""
    return a


print(wrapped.__name__, wrapped.__doc__, wrapped.__wrapped__.__name__, wrapped.__annotations__, wrapped.__qualname__, wrapped.__wrapped__(3))
p = functools.partial(wrapped, 1)
print(p.func is wrapped, p.args, p.keywords, p())
swapped = types.FunctionType(wrapped.__wrapped__.__code__, globals(), "made", (7,))
print(swapped(), swapped.__name__)


def one(): return 1
def two(): return 2


one.__code__ = two.__code__
print(one.__name__, one.__code__.co_name)
show(lambda: setattr(one, "__code__", inner.__code__))
show(lambda: setattr(one, "__code__", 5))


def empty(): pass


cell = (lambda: empty.__name__).__closure__
print(cell, empty(), callable(empty), callable(C), callable(o), callable(5))


def unfilled():
    def g(): return later
    cell = g.__closure__[0]
    try:
        cell.cell_contents
    except ValueError as e:
        print(e)
    later = 3
    return cell.cell_contents, g(), repr(cell).split(" at ")[0]


print(unfilled())
print(types.CellType(5).cell_contents)
