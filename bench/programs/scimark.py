"""SciMark 2's other kernels: relaxation on a grid, LU factorisation, sparse product, Monte Carlo."""


def relax(size, rounds, omega=1.25):
    grid = [[((i * 31 + j * 17) % 97) / 97.0 for j in range(size)] for i in range(size)]
    quarter, rest = omega * 0.25, 1.0 - omega
    for _ in range(rounds):
        for i in range(1, size - 1):
            above, row, below = grid[i - 1], grid[i], grid[i + 1]
            for j in range(1, size - 1):
                row[j] = quarter * (above[j] + below[j] + row[j - 1] + row[j + 1]) + rest * row[j]
    return grid[size // 2][size // 2]


def factor(matrix):
    n = len(matrix)
    pivots = list(range(n))
    for j in range(n):
        best = j
        largest = abs(matrix[j][j])
        for i in range(j + 1, n):
            here = abs(matrix[i][j])
            if here > largest:
                best, largest = i, here
        pivots[j] = best
        if matrix[best][j] == 0:
            raise ZeroDivisionError("singular matrix")
        if best != j:
            matrix[j], matrix[best] = matrix[best], matrix[j]
        if j < n - 1:
            reciprocal = 1.0 / matrix[j][j]
            for k in range(j + 1, n):
                matrix[k][j] *= reciprocal
            row = matrix[j]
            for ii in range(j + 1, n):
                other = matrix[ii]
                scale = other[j]
                for jj in range(j + 1, n):
                    other[jj] -= scale * row[jj]
    return pivots


def sparse_product(n, filled, rounds):
    per_row = filled // n
    values = [((i * 13) % 101) / 101.0 for i in range(n * per_row)]
    columns = [(r * (i + 1)) % n for r in range(n) for i in range(per_row)]
    rows = [r * per_row for r in range(n + 1)]
    x = [((i * 7) % 31) / 31.0 for i in range(n)]
    y = [0.0] * n
    for _ in range(rounds):
        for r in range(n):
            total = 0.0
            for i in range(rows[r], rows[r + 1]):
                total += x[columns[i]] * values[i]
            y[r] = total
    return sum(y)


class Random:
    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state * 1103515245 + 12345) & 0x7FFFFFFF
        return self.state / 2147483648.0


def monte_carlo(samples):
    random = Random(113)
    under = 0
    for _ in range(samples):
        x = random.next()
        y = random.next()
        if x * x + y * y <= 1.0:
            under += 1
    return 4.0 * under / samples


print(f"{relax(100, 150):.9f}")
matrix = [[((i * j * 37 + i * 11 + j) % 101) / 101.0 + (5.0 if i == j else 0.0) for j in range(150)] for i in range(150)]
print(factor(matrix)[:10], f"{matrix[149][149]:.9f}")
print(f"{sparse_product(1000, 5000, 200):.6f}")
print(f"{monte_carlo(900000):.6f}")
