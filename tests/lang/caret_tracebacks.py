# caret tracebacks: compared with CPython.
import traceback


def show(f):
    try:
        f()
    except Exception:
        lines = traceback.format_exc().splitlines()
        print("\n".join(lines[3:]))


class A:
    def __getitem__(self, k):
        raise KeyError(k)

    def __iter__(self):
        return iter([1])


a = A()
n = None
z = 0


def bin1(): return 1 + 2 * (3 / z)
def bin2(): return (1 + 2)   +   n
def bin3(): return 1 // z
def sub1(): return a[ 1 ]
def sub2(): return [1, 2][5] + 1
def sub3():
    a[1:2]
def attr1(): return n.foo.bar
def attr2(): return "x".upper().nope
def call1(): return n(1)
def call2(): return len(5) + 1
def call3(): return "a".join([1, 2])
def unary(): return -n
def cmp1(): return 1 < n
def cmp2(): return 1 < 2 < n
def contains(): return 1 in 5
def aug():
    x = 1
    x += n
def unpack():
    p, q = 1, 2, 3
def unpack2():
    p, (q, r) = 1, (2,)
def iterate():
    for i in n: pass
def comp(): return [i / z for i in (1, 2)]
def comp2(): return {k: v[0] for k, v in [(1, n)]}
def genexp(): return list(i / z for i in (1, 2))
def lam(): return (lambda q: q.nope)(1)
def fstr(): return f"{n.x} {1}"
def fstr2(): return f"{1:zz}"
def setitem():
    n[1] = 2
def setattr1():
    (5).x = 2
def delete():
    del n.x
def star(): return print(*5)
def star2(): return print(**{1: 2})
def star3(): return dict(a=1, **{"a": 2})
def ifs():
    if n < 1: pass
def wh():
    while n > 1: pass
def asrt():
    assert n == 1, "m"
def ret(): return undefined_name
def kwarg(): return int("1", bad=2)
def multi():
    return bin1(
    )
def withs():
    with n as q: pass
def matchs():
    match n:
        case int(1, 2): pass
    match 1:
        case int(1, 2): pass
def raises():
    raise ValueError("x")
def mixed(): return "é" + n
def tern(): return (1 if n.x else 2)


for f in (bin1, bin2, bin3, sub1, sub2, sub3, attr1, attr2, call1, call2, call3, unary, cmp1, cmp2, contains, aug,
          unpack, unpack2, iterate, comp, comp2, genexp, lam, fstr, fstr2, setitem, setattr1, delete, star, star2, star3,
          ifs, wh, asrt, ret, kwarg, multi, withs, matchs, raises, mixed, tern):
    print("--", f.__name__)
    show(f)
