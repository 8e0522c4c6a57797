# A whole program: matrices with exact fractions, primes, polynomials, roman numerals, base conversions, game of life.
import fractions
import functools
import itertools
import math
import operator

F = fractions.Fraction


class Matrix:
    def __init__(self, rows):
        self.rows = [list(map(F, r)) for r in rows]
        if len({len(r) for r in self.rows}) > 1:
            raise ValueError("rows differ in length")

    @classmethod
    def identity(cls, n):
        return cls([[i == j for j in range(n)] for i in range(n)])

    @property
    def T(self):
        return Matrix(zip(*self.rows))

    def __matmul__(self, other):
        if len(self.rows[0]) != len(other.rows):
            return NotImplemented
        return Matrix([[sum(map(operator.mul, r, c)) for c in zip(*other.rows)] for r in self.rows])

    def __add__(self, other):
        return Matrix([list(map(operator.add, a, b)) for a, b in zip(self.rows, other.rows)])

    def __mul__(self, k):
        return Matrix([[k * v for v in r] for r in self.rows])

    __rmul__ = __mul__

    def __pow__(self, n):
        result, base = Matrix.identity(len(self.rows)), self
        while n:
            if n & 1:
                result = result @ base
            base, n = base @ base, n >> 1
        return result

    def __eq__(self, other):
        return self.rows == other.rows

    def __getitem__(self, ij):
        i, j = ij
        return self.rows[i][j]

    def __repr__(self):
        return "[" + "; ".join(" ".join(map(str, r)) for r in self.rows) + "]"

    def reduced(self):
        m, det, row = [r[:] for r in self.rows], F(1), 0
        for col in range(len(m)):
            pivot = next((r for r in range(row, len(m)) if m[r][col]), None)
            if pivot is None:
                return m, F(0)
            if pivot != row:
                m[row], m[pivot] = m[pivot], m[row]
                det = -det
            det *= m[row][col]
            m[row] = [v / m[row][col] for v in m[row]]
            for r in range(len(m)):
                if r != row:
                    m[r] = [a - m[r][col] * b for a, b in zip(m[r], m[row])]
            row += 1
        return m, det

    def inverse(self):
        n = len(self.rows)
        m, det = Matrix([r + e for r, e in zip(self.rows, Matrix.identity(n).rows)]).reduced()
        if not det:
            raise ZeroDivisionError("singular matrix")
        return Matrix([r[n:] for r in m])


a = Matrix([[2, 1, 1], [1, 3, 2], [1, 0, 0]])
print(a, a.T, a @ a.T, a.reduced()[1], a.inverse(), a @ a.inverse() == Matrix.identity(3), a ** 5, 2 * a + a, a[1, 2], (Matrix([[1, 1], [1, 0]]) ** 90)[0, 1])
for bad in (lambda: Matrix([[1], [1, 2]]), lambda: Matrix([[1, 2], [2, 4]]).inverse(), lambda: a @ Matrix([[1, 2]]), lambda: a["x"]):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)


def primes():
    found = {}
    for n in itertools.count(2):
        p = found.pop(n, None)
        if p is None:
            found[n * n] = n
            yield n
        else:
            x = n + p
            while x in found:
                x += p
            found[x] = p


def is_prime(n):
    if n < 2:
        return False
    d, s = n - 1, 0
    while not d & 1:
        d, s = d >> 1, s + 1
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if n % a == 0:
            return n == a
        x = pow(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def factors(n):
    p = 2
    while p * p <= n:
        while n % p == 0:
            yield p
            n //= p
        p += 1 + (p > 2)
    if n > 1:
        yield n


print(list(itertools.islice(primes(), 25)), [n for n in (561, 2 ** 61 - 1, 10 ** 18 + 9, 2 ** 89 - 1, 2 ** 67 - 1) if is_prime(n)], list(factors(600851475143)), list(factors(2 ** 32 - 1)), math.prod(factors(5040)), math.lcm(*range(1, 21)), math.gcd(2 ** 40, 6 ** 20))


def roman(n):
    out = ""
    for v, s in ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        q, n = divmod(n, v)
        out += s * q
    return out


def base(n, b):
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    return (base(n // b, b).lstrip("0") if n >= b else "") + digits[n % b]


print([roman(n) for n in (4, 9, 14, 1994, 2024, 3999)], [base(255, b) for b in (2, 7, 16, 36)], all(int(base(n, b), b) == n for n in range(0, 2000, 37) for b in range(2, 37)))


class Poly:
    def __init__(self, *c):
        self.c = list(itertools.dropwhile(lambda v: not v, c))

    def __call__(self, x):
        return functools.reduce(lambda acc, c: acc * x + c, self.c, 0)

    def __mul__(self, o):
        r = [0] * (len(self.c) + len(o.c) - 1)
        for (i, x), (j, y) in itertools.product(enumerate(self.c), enumerate(o.c)):
            r[i + j] += x * y
        return Poly(*r)

    def derivative(self):
        n = len(self.c) - 1
        return Poly(*(c * (n - i) for i, c in enumerate(self.c[:-1])))

    def __str__(self):
        n = len(self.c) - 1
        return " ".join(f"{c:+}x^{n - i}" for i, c in enumerate(self.c) if c) or "0"


p = Poly(1, -6, 11, -6)
print(p, [p(x) for x in range(5)], p.derivative(), Poly(1, 1) * Poly(1, -1), Poly(0, 0, 5), Poly())
x = 0.9
for _ in range(6):
    x -= p(x) / p.derivative()(x)
print(round(x, 12), sum(F(1, n) for n in range(1, 11)), float(sum(F(1, math.factorial(k)) for k in range(18))), F(3.14159).limit_denominator(100))


def life(cells):
    near = {}
    for x, y in cells:
        for dx, dy in itertools.product((-1, 0, 1), repeat=2):
            if dx or dy:
                near[x + dx, y + dy] = near.get((x + dx, y + dy), 0) + 1
    return {c for c, n in near.items() if n == 3 or n == 2 and c in cells}


cells = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for step in range(8):
    cells = life(cells)
print(sorted(cells), [sum(divmod(n, 10)) for n in range(95, 105)], [n for n in range(1, 1000) if sum(d for d in range(1, n) if n % d == 0) == n])
queens = [q for q in itertools.permutations(range(6)) if len({q[i] + i for i in q}) == len({q[i] - i for i in q}) == 6]
print(queens, math.isqrt(10 ** 30), math.comb(50, 25), [math.perm(5, k) for k in range(6)])
