"""A matrix class with operators, slices, iteration and exact fractions."""
from fractions import Fraction
from math import prod


class Matrix:
    def __init__(self, rows):
        self.rows = [list(map(Fraction, row)) for row in rows]
        if len({len(row) for row in self.rows}) > 1:
            raise ValueError("ragged rows")

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0]) if self.rows else 0

    def __getitem__(self, index):
        match index:
            case (slice() as r, slice() as c):
                return Matrix([row[c] for row in self.rows[r]])
            case (int(r), int(c)):
                return self.rows[r][c]
            case int(r):
                return tuple(self.rows[r])
            case _:
                raise TypeError(f"bad index {index!r}")

    def __matmul__(self, other):
        if not isinstance(other, Matrix):
            return NotImplemented
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"cannot multiply {self.shape} by {other.shape}")
        return Matrix([[sum(a * b for a, b in zip(row, column)) for column in zip(*other.rows)] for row in self.rows])

    def __mul__(self, k):
        return Matrix([[x * k for x in row] for row in self.rows])

    __rmul__ = __mul__

    def __pow__(self, n):
        result = Matrix.identity(self.shape[0])
        for _ in range(n):
            result @= self
        return result

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def __invert__(self):
        return Matrix(zip(*self.rows))

    def determinant(self):
        rows = [row[:] for row in self.rows]
        sign, n = 1, len(rows)
        for i in range(n):
            pivot = next((k for k in range(i, n) if rows[k][i]), None)
            if pivot is None:
                return Fraction(0)
            if pivot != i:
                rows[i], rows[pivot], sign = rows[pivot], rows[i], -sign
            for k in range(i + 1, n):
                factor = rows[k][i] / rows[i][i]
                rows[k] = [a - factor * b for a, b in zip(rows[k], rows[i])]
        return sign * prod((rows[i][i] for i in range(n)), start=Fraction(1))

    def __repr__(self):
        return "\n".join("[" + " ".join(f"{str(x):>5}" for x in row) + "]" for row in self.rows)


m = Matrix([[2, 0, 1], [1, "1/3", 4], [0, 5, 1]])
print(m, ~m, m @ m, m ** 3 == m @ m @ m, 2 * m == m * 2, sep="\n")
print(m.determinant(), Matrix.identity(4).determinant(), m[1], m[0, 2], m[:2, 1:], sep="\n")
for bad in (lambda: m @ Matrix([[1, 2]]), lambda: m @ 3, lambda: m["x"], lambda: Matrix([[1], [2, 3]]), lambda: m[5], lambda: Matrix([["a/b"]])):
    try:
        print(bad())
    except (TypeError, ValueError, IndexError) as e:
        print(type(e).__name__, e)
print(Matrix([[1, 1], [1, 0]]) ** 30)
try:
    hash(m)
except TypeError as e:
    print(e)
