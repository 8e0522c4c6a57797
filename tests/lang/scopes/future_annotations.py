# from __future__ import annotations: annotations are kept as text and never evaluated, everywhere they may stand.
from __future__ import annotations
import sys
log = []


def loud(v):
    log.append(v)
    return v


def f(a: loud(1), *args: undefined_one, b: list[Undefined] = 2, **kw: "already text") -> loud("ret") | None: pass


x: loud("module") = 1
y: Missing.attr[0]


class C:
    a: loud("class") = 2
    b: C | None
    c: lambda q: q
    def m(self, other: C) -> C: return other


print(f.__annotations__)
print(__annotations__, C.__annotations__, C.m.__annotations__, log)


def local():
    v: loud("local") = 3
    w: Nope
    return v


print(local(), log)
g = lambda z: z
print(g.__annotations__)


def forms(a: -1 + x ** 2, b: [i for i in range(3) if i], c: {"k": (1, 2), **d}, e: f"{x!r:>5} {y}", g: not a and b or c, h: x[1:2, ...], j: x if y else z, k: "s", l: 'it\'s', m: b"\x00", n: 1_000, o: 1e10, p: a.b(c, *d, e=1, **f), q: (a, ), r: (), s: {1, 2}, t: a < b <= c, u: await_ @ other, v: ~x, w: ...): pass


for k, t in forms.__annotations__.items():
    print(k, t)
