# functools and copy.
import functools, copy
from functools import *
@lru_cache(maxsize=2)
def f(x, *, y=1): return x*y
f(1);f(2);f(3);f(1);f(1,y=2);f(1);print(f.cache_info(), f.cache_parameters(), f.__name__, f.__wrapped__(3)); f.cache_clear(); print(f.cache_info())
@cache
def fib(n): return n if n<2 else fib(n-1)+fib(n-2)
print(fib(80), fib.cache_info())
@total_ordering
class V:
    def __init__(s,v): s.v=v
    def __lt__(s,o): return s.v<o.v
    def __eq__(s,o): return s.v==o.v
print(V(1)<=V(1), V(1)>V(0), V(2)>=V(3))
@singledispatch
def g(x): return 'obj'
@g.register
def _(x: int): return 'int'
@g.register(list)
def _(x): return 'list'
@g.register
def _(x: float|str): return 'fs'
print(g(1), g([]), g(()), g(True), g(1.0), g('s'), len(g.registry))
from collections.abc import Sequence, Sized
g.register(Sequence, lambda x: 'seq'); g.register(Sized, lambda x: 'sized')
print(g(()), g({}), g(b''), g(set()))
try: g()
except TypeError as e: print(e)
try: g.register(3)
except TypeError as e: print(e)
class C:
    @cached_property
    def p(self): print('computed'); return 42
    @singledispatchmethod
    def m(self, a): return 'o'
    @m.register
    def _(self, a: int): return 'i'
    def base(self, a, b, c=0): return (a,b,c)
    part = partialmethod(base, 1, c=5)
c=C(); print(c.p, c.p, c.m(1), c.m('x'), c.part(2), C.p.attrname)
print(partial(print,1,sep='-'), reduce(lambda a,b:a+b,[1,2,3],10), sorted([3,1,2],key=cmp_to_key(lambda a,b:b-a)))
class D:
    def __init__(s): s.x=[1,{'a':(1,[2])}]; s.me=s
d=D(); e=copy.deepcopy(d); print(e is not d, e.me is e, e.x==d.x, e.x[1] is not d.x[1], copy.copy(d).x is d.x)
class S:
    __slots__=('a','b')
s=S(); s.a=[1]; t=copy.deepcopy(s); print(t.a, t.a is not s.a, hasattr(t,'b'))
import collections
print(copy.deepcopy(collections.OrderedDict(a=[1])), copy.copy(collections.deque([1],3)), copy.deepcopy(collections.defaultdict(list,{1:[2]})), copy.deepcopy({1,2}), copy.deepcopy(collections.Counter('aab')))
P=collections.namedtuple('P','a b'); print(copy.deepcopy(P([1],2)), copy.copy(P(1,2)))
class E(list): pass
x=E([1]); x.t=[2]; y=copy.deepcopy(x); print(y, y.t, type(y))
l=[1]; l.append(l); m=copy.deepcopy(l); print(m[1] is m)
class F:
    def __copy__(s): return 'c'
    def __deepcopy__(s,m): return 'd'
print(copy.copy(F()), copy.deepcopy([F()]))
@wraps(fib.__wrapped__)
def z(): "doc"
print(z.__name__, z.__wrapped__ is fib.__wrapped__)


# Which result lru_cache drops: the one that was used longest ago.
import functools


class Scaled:
    def __init__(self, k):
        self.k, self.calls = k, []

    @functools.lru_cache(maxsize=3)
    def times(self, n, m=1):
        self.calls.append((n, m))
        return self.k * n * m


two = Scaled(2)
print([two.times(n) for n in (1, 2, 3, 1, 4, 1, 2, 3, 3, 4)], two.calls, Scaled.times.cache_info())
two.calls.clear()
print([two.times(1, m=m) for m in (1, 2, 1, 3, 4, 1)], two.calls, Scaled(3).times(1), Scaled.times.cache_info())
for n in (1, [], 2):
    try:
        print(two.times(n))
    except TypeError as e:
        print(e)
for i in range(200):
    assert two.times(i % 3) == 2 * (i % 3)
print(Scaled.times.cache_info().misses)
