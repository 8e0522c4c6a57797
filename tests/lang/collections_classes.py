# collections and collections.abc: namedtuple, Counter, ChainMap, User*, abstract classes.
import collections
from collections import *
P = namedtuple('P','x y z',defaults=[3])
print(P(1,2), P(1,2)._replace(x=5), P._make([1,2,3]), P(1,y=5)._asdict(), P.__doc__, P.x, P._fields, P._field_defaults, P.__module__)
for f in (lambda:P(1), lambda:P(), lambda:P(1,2,3,4), lambda:P(1,2,w=3), lambda:P(1,x=2), lambda:P._make([1]), lambda:P(1,2)._replace(q=1), lambda:namedtuple('A','x x'), lambda:namedtuple('A','_x'), lambda: namedtuple('A','class'), lambda: setattr(P(1,2),'x',3), lambda:namedtuple('A','a',defaults=[1,2]), lambda: namedtuple('A',['1a'])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(namedtuple('A','x x _y class ok',rename=True)._fields)
c=Counter('abracadabra'); print(c, c.most_common(2), c+Counter('abc'), c-Counter('aaz'), c&Counter('ab'), c|Counter('zz'), +c, -c, c['q'], list(c.elements()), c.total())
c.subtract('aaaaaaa'); print(c, c==Counter(c), c<=c, Counter(a=1)<Counter(a=2))
m=ChainMap({'a':1},{'b':2,'a':3}); print(m, m['a'], list(m), dict(m), m.parents, m.new_child({'z':1}), len(m), m|{'q':1})
try: del m['b']
except KeyError as e: print(e)
u=UserDict(a=1); u['b']=2; print(u, u|{'c':3}, u.copy(), u==UserDict(a=1,b=2))
l=UserList([3,1,2]); l.sort(); print(l, l+[5], l[1:], l==[1,2,3], l*2)
s=UserString('abc'); print(s.upper(), s+'d', s.split('b'), s.center(9,'*'), s in ('abc',), s.startswith('a'))
from collections.abc import *
print(isinstance([],Sequence), isinstance({},Mapping), isinstance(1,Hashable), isinstance([],Hashable), isinstance(iter([]),Iterator), issubclass(dict,MutableMapping), isinstance((x for x in ()),Generator), isinstance(len,Callable), isinstance({}.keys(),Set))
class MS(MutableSet):
    def __init__(s,i=()): s.d=list(dict.fromkeys(i))
    def __contains__(s,x): return x in s.d
    def __iter__(s): return iter(s.d)
    def __len__(s): return len(s.d)
    def add(s,x):
        if x not in s.d: s.d.append(x)
    def discard(s,x):
        if x in s.d: s.d.remove(x)
a=MS([1,2,3]); a|=[4]; a-=[1]; print(list(a), list(a&[2,9]), list(a|[9]), list(a-[2]), list(a^MS([2,7])), a==MS([2,3,4]), a<=MS([2,3,4,5]))
try: MutableMapping()
except TypeError as e: print(e)

# The __new__ of named tuples is a function of its fields.
Q = namedtuple("Q", "a b c", defaults=[2, 3])
print(Q(1), Q(b=5, a=4), Q(*"xyz"), Q(**{"a": 1, "c": 2}), Q.__new__(Q, 7, c=8), Q.__new__.__defaults__, Q.__new__.__qualname__, Q.__new__.__doc__)
print(Q.__new__.__code__.co_varnames, Q.__new__.__code__.co_argcount, len(Q.__new__(Q, 1)))


class Sub(Q):
    def __new__(cls, text):
        return super().__new__(cls, *text.split(","))


print(Sub("1,2"), type(Sub("1")), Sub("1,2")._replace(a=9) if 0 else Sub("1,2").b)
many = namedtuple("Many", [f"f{i}" for i in range(40)])
print(sum(many(*range(40))), many(**{f"f{i}": i for i in range(40)}).f39)
for f in (lambda: Q(), lambda: Q(1, 2, 3, 4), lambda: Q(1, a=2), lambda: Q(1, q=2), lambda: namedtuple("E", "")(1), lambda: Q.__new__(), lambda: Q.__new__(5, 1),
          lambda: Q.__new__(int, 1), lambda: namedtuple("Two", "x y")(), lambda: namedtuple("Three", "x y z")(1)):
    try:
        print(f())
    except TypeError as e:
        print(e)

# Named tuples as keys: equal to plain tuples, unless a class says otherwise.
Cell = namedtuple("Cell", "x y")


class Odd(Cell):
    def __eq__(self, other):
        return "odd"

    def __hash__(self):
        return hash((1, 2))


class Backwards(Cell):
    def __iter__(self):
        return iter((self[1], self[0]))


table = {Cell(1, 2): "a", (3, 4): "b", Cell("x", Cell(1, (2, 3))): "nested"}
print(table[(1, 2)], table[Cell(3, 4)], Cell(1, 3) in table, table[("x", (1, Cell(2, 3)))], {Cell(1, 2), (1, 2), Cell(2, 1)} == {(1, 2), (2, 1)})
print(table.get(Odd(5, 6)), table[Odd(1, 2)], Odd(7, 8) in {Cell(1, 2)}, [Cell(1, 2), 3].index((1, 2)), (1, 2) in [Cell(1, 2)], hash(Cell(1, "a")) == hash((1, "a")))
x, y = Cell(5, 6)
u, v = Backwards(5, 6)
print(x, y, u, v, [a - b for a, b in (Cell(3, 1), Backwards(3, 1))])
for n in (1, 3):
    try:
        if n == 1:
            (x,) = Cell(5, 6)
        else:
            x, y, z = Cell(5, 6)
    except ValueError as e:
        print(e)
chain = None
for i in range(3000):
    chain = Cell(i, chain)
print(chain.x, chain[1][1].x)
try:
    print({chain.y: 1}.get(chain))
except RecursionError:
    print("deep")
