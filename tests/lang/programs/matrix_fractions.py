# Matrices over ints, floats, fractions and complex numbers: operators, elimination, determinants, powers and printing.
from fractions import Fraction
from functools import reduce
from numbers import Number
import operator


class Matrix:
    __slots__ = ("rows",)

    def __init__(self, rows):
        rows = tuple(tuple(r) for r in rows)
        if not rows or len({len(r) for r in rows}) != 1:
            raise ValueError("rows must be of one length")
        self.rows = rows

    @classmethod
    def identity(cls, n): return cls([int(i == j) for j in range(n)] for i in range(n))

    @property
    def shape(self): return len(self.rows), len(self.rows[0])

    @property
    def T(self): return Matrix(zip(*self.rows))

    def __repr__(self): return f"Matrix({[list(r) for r in self.rows]})"

    def __format__(self, spec):
        cells = [[format(v, spec) for v in r] for r in self.rows]
        widths = [max(map(len, c)) for c in zip(*cells)]
        return "\n".join("[" + " ".join(c.rjust(w) for c, w in zip(r, widths)) + "]" for r in cells)

    def __getitem__(self, key):
        if isinstance(key, tuple):
            i, j = key
            if isinstance(i, slice) or isinstance(j, slice):
                rows = self.rows[i] if isinstance(i, slice) else (self.rows[i],)
                return Matrix(r[j] if isinstance(j, slice) else (r[j],) for r in rows)
            return self.rows[i][j]
        return self.rows[key]

    def __iter__(self): return iter(self.rows)
    def __len__(self): return len(self.rows)
    def __eq__(self, o): return self.rows == o.rows if isinstance(o, Matrix) else NotImplemented
    def __hash__(self): return hash(self.rows)
    def map(self, f): return Matrix([f(v) for v in r] for r in self.rows)

    def _zip(self, o, f):
        if not isinstance(o, Matrix):
            return NotImplemented
        if self.shape != o.shape:
            raise ValueError(f"shapes {self.shape} and {o.shape} differ")
        return Matrix(map(f, a, b) for a, b in zip(self, o))

    def __add__(self, o): return self._zip(o, operator.add)
    def __sub__(self, o): return self._zip(o, operator.sub)
    def __neg__(self): return self.map(operator.neg)
    def __abs__(self): return self.map(abs)
    def __bool__(self): return any(any(r) for r in self)

    def __mul__(self, o):
        return self.map(lambda v: v * o) if isinstance(o, Number) else NotImplemented
    __rmul__ = __mul__

    def __truediv__(self, o): return self.map(lambda v: v / o) if isinstance(o, Number) else NotImplemented

    def __matmul__(self, o):
        if not isinstance(o, Matrix):
            return NotImplemented
        if self.shape[1] != o.shape[0]:
            raise ValueError(f"cannot multiply {self.shape} by {o.shape}")
        return Matrix([sum(map(operator.mul, r, c)) for c in zip(*o)] for r in self)

    def __pow__(self, n, mod=None):
        if n < 0:
            return self.inverse() ** -n
        result, base = Matrix.identity(len(self)), self
        while n:
            if n & 1:
                result = result @ base
            base, n = base @ base, n >> 1
            if mod:
                result, base = result.map(lambda v: v % mod), base.map(lambda v: v % mod)
        return result

    def eliminate(self):
        rows, det, at, pivots = [[Fraction(v) if isinstance(v, int) else v for v in r] for r in self], 1, 0, []
        h, w = self.shape
        for c in range(w):
            p = max(range(at, h), key=lambda r: abs(rows[r][c]), default=None)
            if p is None or not rows[p][c]:
                continue
            if p != at:
                rows[p], rows[at], det = rows[at], rows[p], -det
            pivot = rows[at][c]
            det *= pivot
            rows[at] = [v / pivot for v in rows[at]]
            for r in range(h):
                if r != at and rows[r][c]:
                    k = rows[r][c]
                    rows[r] = [a - k * b for a, b in zip(rows[r], rows[at])]
            pivots.append(c)
            at += 1
        return Matrix(rows), det if len(pivots) == h else 0, pivots

    @property
    def det(self):
        h, w = self.shape
        if h != w:
            raise ValueError("not square")
        return self.eliminate()[1]

    def inverse(self):
        n = len(self)
        reduced, _, pivots = Matrix(r + i for r, i in zip(self, Matrix.identity(n))).eliminate()
        if pivots[:n] != list(range(n)):
            raise ZeroDivisionError("singular matrix")
        return reduced[:, n:]


a, b = Matrix([[1, 2], [3, 4]]), Matrix([[0, 1], [1, 0]])
print(a + b, a - b, a @ b, b @ a, 2 * a, a * 0.5, -a, a.T, a ** 5, pow(a, 100, 97), a == Matrix([(1, 2), [3, 4]]), hash(a) == hash(Matrix(a)), bool(a - a))
print(a.det, a.inverse(), a @ a.inverse() == Matrix.identity(2), a ** -2, a[0, 1], a[1], a[:, 1], a[0, :], a[::-1, ::-1], len(a), [*a])
h = Matrix([Fraction(1, i + j + 1) for j in range(4)] for i in range(4))
print(f"{h:}", h.det, f"{h.inverse():}", h @ h.inverse() == Matrix.identity(4), sep="\n")
c = Matrix([[1 + 2j, 3], [0.5, -1j]])
print(c, c.T @ c, abs(c), f"{Matrix([[1.5, 22.25], [333.125, 4]]):.1f}", f"{a:>3d}", sep="\n")
fib = Matrix([[1, 1], [1, 0]])
print((fib ** 90)[0, 1], (fib ** 300)[0, 1] % 10 ** 12, reduce(operator.matmul, [fib] * 10)[0, 0])
for f in (lambda: a @ Matrix([[1, 2, 3]]), lambda: a + Matrix([[1]]), lambda: a + 1, lambda: 1 + a, lambda: a @ 5, lambda: a * a, lambda: Matrix([[1, 2], [2, 4]]).inverse(), lambda: Matrix([[1, 2]]).det, lambda: Matrix([]), lambda: Matrix([[1], [1, 2]]), lambda: a[5, 5], lambda: Matrix([[1, 2], [2, 4]]).det, lambda: a ** 0, lambda: setattr(a, "x", 1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
