# Recursion of many shapes: mutual, through closures and methods, with accumulators, memo dicts, generators and deep limits.
import sys


def ackermann(m, n): return n + 1 if m == 0 else ackermann(m - 1, 1) if n == 0 else ackermann(m - 1, ackermann(m, n - 1))
def even(n): return n == 0 or odd(n - 1)
def odd(n): return n != 0 and even(n - 1)
def flatten(x, out=None):
    out = [] if out is None else out
    for i in x: flatten(i, out) if isinstance(i, (list, tuple)) else out.append(i)
    return out
def power(s): return [[]] if not s else [x + y for y in power(s[1:]) for x in ([], [s[0]])]
def perms(s): return [s] if len(s) < 2 else [s[i] + p for i in range(len(s)) for p in perms(s[:i] + s[i + 1:])]
def change(n, coins): return 1 if n == 0 else 0 if n < 0 or not coins else change(n - coins[0], coins) + change(n, coins[1:])
def gcd(a, b): return a if not b else gcd(b, a % b)
def qsort(l): return l if len(l) < 2 else qsort([x for x in l[1:] if x < l[0]]) + [l[0]] + qsort([x for x in l[1:] if x >= l[0]])
def msort(l):
    if len(l) < 2: return l
    a, b = msort(l[:len(l) // 2]), msort(l[len(l) // 2:])
    out = []
    while a and b: out.append((a if a[0] <= b[0] else b).pop(0))
    return out + a + b
def binary(l, v, lo=0, hi=None):
    hi = len(l) if hi is None else hi
    if lo >= hi: return ~lo
    mid = (lo + hi) // 2
    return mid if l[mid] == v else binary(l, v, mid + 1, hi) if l[mid] < v else binary(l, v, lo, mid)


print(ackermann(2, 3), even(100), odd(7), flatten([1, [2, (3, [4, []])], "ab"]), power([1, 2, 3]), perms("abc"), change(50, (25, 10, 5, 1)), gcd(1071, 462))
print(qsort([3, 1, 4, 1, 5, 9, 2, 6]), msort([3, 1, 4, 1, 5, 9, 2, 6]), [binary([1, 3, 5, 7], v) for v in (1, 4, 7, 9)])


def memo_fib(n, memo={0: 0, 1: 1}):
    if n not in memo: memo[n] = memo_fib(n - 1) + memo_fib(n - 2)
    return memo[n]


print(memo_fib(150), len(memo_fib.__defaults__[0]))


def paths(grid, at=(0, 0), seen=frozenset()):
    y, x = at
    if not (0 <= y < len(grid) and 0 <= x < len(grid[0])) or grid[y][x] == "#" or at in seen: return 0
    if grid[y][x] == "E": return 1
    return sum(paths(grid, (y + dy, x + dx), seen | {at}) for dy, dx in ((0, 1), (1, 0), (0, -1), (-1, 0)))


print(paths(["..#", "...", "#.E"]))


class Node:
    def __init__(self, v, *kids): self.v, self.kids = v, kids
    def __repr__(self): return f"{self.v}{list(self.kids) if self.kids else ''}"
    def depth(self): return 1 + max((k.depth() for k in self.kids), default=0)
    def map(self, f): return Node(f(self.v), *(k.map(f) for k in self.kids))
    def fold(self, f): return f(self.v, [k.fold(f) for k in self.kids])
    def __eq__(self, o): return self.v == o.v and self.kids == o.kids
    def __iter__(self):
        yield self.v
        for k in self.kids: yield from k


t = Node(1, Node(2, Node(4)), Node(3))
print(t, t.depth(), t.map(lambda v: v * 10), t.fold(lambda v, rest: v + sum(rest)), t == t.map(lambda v: v), list(t))
depth = 0


def limit():
    global depth
    depth += 1
    limit()


try:
    limit()
except RecursionError as e:
    print(type(e).__name__, str(e).split(" while")[0], depth > 900)


def recover(n):
    try:
        return recover(n + 1)
    except RecursionError:
        return "recovered"


print(recover(0), recover(0))


def in_finally(n):
    try:
        if n: in_finally(n - 1)
    finally:
        trail.append(n)


trail = []
in_finally(4)
print(trail)


class Fac:
    def __getitem__(self, n): return 1 if n < 2 else n * self[n - 1]
    def __call__(self, n): return self[n]
    def __getattr__(self, name): return self(int(name[1:]))


print(Fac()[10], Fac()(5), Fac()._6)


def church(n): return lambda f: lambda x: x if n == 0 else f(church(n - 1)(f)(x))
def to_int(c): return c(lambda v: v + 1)(0)


plus = lambda a: lambda b: lambda f: lambda x: a(f)(b(f)(x))
times = lambda a: lambda b: lambda f: a(b(f))
print(to_int(plus(church(3))(church(4))), to_int(times(church(3))(church(4))))


def trampoline(f, *a):
    r = f(*a)
    while callable(r): r = r()
    return r


def count_down(n, acc=0): return acc if n == 0 else lambda: count_down(n - 1, acc + n)


print(trampoline(count_down, 5000), sys.getrecursionlimit())
sys.setrecursionlimit(150)
depth = 0
try:
    limit()
except RecursionError:
    print(depth < 150)
sys.setrecursionlimit(3000)
def deep(n): return 0 if n == 0 else 1 + deep(n - 1)
print(deep(2000))
def collatz(n, steps=0): return steps if n == 1 else collatz(n // 2 if n % 2 == 0 else 3 * n + 1, steps + 1)
print([collatz(n) for n in (1, 7, 27, 97)], sum(map(collatz, range(1, 50))))
