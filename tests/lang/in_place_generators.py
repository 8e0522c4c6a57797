# Generator expressions that builtins use up on the spot: results, evaluation order, errors and tracebacks.
# test: stderr=full
def f(xs):
    return sum(x * x for x in xs)
def g(a, b):
    n = len(a)
    return [[sum(a[i][k] * b[k][j] for k in range(n)) for j in range(n)] for i in range(n)]
def prime(n):
    return n > 1 and all(n % d for d in range(2, int(n ** 0.5) + 1))
print(f([1, 2, 3]), f([]), f([1.5, 2.0]), sum((x for x in [[1], [2]]), []), sum(x for x in ()))
print(g([[1, 2], [3, 4]], [[5, 6], [7, 8]]))
print([n for n in range(50) if prime(n)])
print(any(x > 2 for row in [[1, 2], [3, 4]] for x in row), all(x > 0 for row in [[1, 2], [3, 4]] for x in row), any(x for x in []), all(x for x in []))
print(min(len(w) for w in ["aa", "b"]), max(w for w in "hello"), sorted(-x for x in [3, 1, 2]), tuple(x for x in range(3)), set(x % 2 for x in range(5)), list(c for c in "ab"))
print(", ".join(str(x) for x in range(4)))
def show(fn):
    try:
        print(fn())
    except Exception as e:
        print(type(e).__name__, e, type(e.__cause__).__name__)
show(lambda: max(x for x in []))
show(lambda: sum(x for x in ["a"]))
show(lambda: sum(next(i) for i in [iter([])]))
show(lambda: ",".join(x for x in [1]))
show(lambda: sum(1 / x for x in [1, 0]))
show(lambda: list(next(iter([])) for i in range(2)))
class C:
    v = 3
    t = sum(i for i in range(v))
print(C.t)
def k():
    y = 5
    return any(x == y for x in range(10)), [y for z in range(2)], max(z * y for z in range(3))
print(k())
def tb():
    xs = [1, 2, 0]
    return sum(10 // x
               for x in xs)
def tb2():
    return sum(x for x in [1, "a"])
import traceback
for t in (tb, tb2):
    try:
        t()
    except Exception:
        traceback.print_exc()
total = sum(i for i in range(10) if i % 2)
print(total, i if "i" in globals() else "no i")
print(sum(x for x in [0.1] * 10), sum((x for x in [1.5, 2]), 0.0), sum(b for b in [True, True]), sum((x for x in [2**62, 2**62])), sum(x for x in [0.5, 1]))
print(tuple(sum(1 for x in range(n)) for n in range(4)))
tb2()
