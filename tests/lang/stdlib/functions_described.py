# Functions that describe, copy and dispatch: what functools, copy and the class methods keep of what they were given.
import collections.abc
import copy
import functools
import typing
import weakref
from functools import cached_property, singledispatch, singledispatchmethod


class A:
    @classmethod
    def f(cls, arg: int) -> str: "doc"
    @staticmethod
    def g(arg: int): "doc2"
for n in "fg":
    m = A.__dict__[n]
    print(m.__name__, m.__qualname__, m.__module__, m.__doc__, m.__annotations__, m.__wrapped__.__name__, m.__dict__.keys())
try:
    class B:
        @cached_property
        def x(self): pass
        y = x
except RuntimeError as e:
    print(e, repr(e.__cause__), repr(e.__context__))
class C:
    pass
r = weakref.ref(C)
print(copy.copy(r) is r, copy.deepcopy(r) is r)
s = slice([1],[2],[3])
t = copy.deepcopy(s)
print(s is t, s == t, t.start is s.start, copy.copy(s) is s)
class BA(bytearray): pass
b = BA(b"abc\xff"); b.x = 10
c = copy.copy(b); print(type(c), c, c.x)
print(bytearray(b"a\xff").__reduce_ex__(2), b.__reduce_ex__(4), b.__reduce_ex__(1), b.__reduce__())
p = functools.partial(print, 1, a=2)
p.attr = [1]
print(p.__reduce__()[2][1:])
q = copy.copy(p); print(q.attr is p.attr, q.keywords is p.keywords)
for st in (((),), (None, (), {}, None), (print, (), {}, {}, None), [print,(),{},None], (print, None, {}, None), (print, [], {}, None), (print, (), [], None), (print, (), None, {"x": 1})):
    try: p.__setstate__(st); print(p.args, p.keywords, p.__dict__)
    except Exception as e: print(type(e).__name__, e)
p = functools.partial(print)
p.keywords[1] = 2
try: p()
except TypeError as e: print(e)
class T:
    @singledispatchmethod
    def t(self, arg): return "base"
    @t.register
    @staticmethod
    def _(arg: int): return "int"
    @t.register
    @classmethod
    def _(cls, arg: str): return "str", cls
    @t.register(float)
    @classmethod
    def _(cls, arg): return "float", cls
print(T().t(1), T().t("a"), T().t(1.5), T().t([]))
@singledispatch
def f(x): return "obj"
for bad in (lambda: f.register(42), lambda: f.register(42, lambda x: x), lambda: f.register(lambda x: 1)):
    try: bad()
    except TypeError as e: print(str(e).split(" at 0x")[0])
def g(x: "undefined"): pass
def h(x: list[int]): pass
def k(x: int | list[int]): pass
for fn in (h, k):
    try: f.register(fn)
    except TypeError as e: print(e)
def m(x: typing.Sequence): pass
try: f.register(m)
except TypeError as e: print(e)
def n(x: typing.Union[int, str]): return "u"
f.register(n); print(f(1), f(""))


# Abstract classes: those among the bases come before those a class is only registered with, and what no order says is
# ambiguous.
abc = collections.abc


def generic(*classes):
    @singledispatch
    def g(arg):
        return "object"
    for c in classes:
        g.register(c, lambda arg, c=c: c.__name__)
    return g


class Sized(abc.Sized):
    def __len__(self):
        return 0


class Plain:
    pass


class Callable(Plain, abc.Callable):
    def __call__(self):
        pass


g = generic(abc.Iterable, abc.Container, abc.Sized, abc.Set)
print(g(Sized()), g(Plain()))
for c in (abc.Iterable, abc.Container, abc.Set):
    c.register(Sized)
    print(g(Sized()))
for c in (abc.Iterable, abc.Container):
    c.register(Plain)
    try:
        print(g(Plain()))
    except RuntimeError as e:
        print(sorted(str(e).replace(" or", ":").split(": ")))
for value in ({}, [], (), set(), "", b"", range(1), {}.keys(), collections.defaultdict(int), collections.ChainMap(), iter([]), 1, Callable()):
    answers = []
    for classes in ((abc.Sized, abc.Iterable), (abc.Mapping, abc.MutableMapping, dict), (abc.Sequence, abc.MutableSequence, abc.Reversible),
                    (abc.Collection, abc.Sized, abc.Hashable), (abc.Container, abc.Sized), (abc.Callable, Plain)):
        try:
            answers.append(generic(*classes)(value))
        except RuntimeError:
            answers.append("ambiguous")
    print(type(value).__name__, *answers)
