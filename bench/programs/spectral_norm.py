"""Power iteration with an infinite matrix: generator sums and float division."""


def element(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(u):
    n = range(len(u))
    return [sum(element(i, j) * u[j] for j in n) for i in n]


def times_transposed(u):
    n = range(len(u))
    return [sum(element(j, i) * u[j] for j in n) for i in n]


def main(n):
    u = [1.0] * n
    for _ in range(5):
        v = times_transposed(times(u))
        u = times_transposed(times(v))
    vbv = sum(a * b for a, b in zip(u, v))
    vv = sum(b * b for b in v)
    print("%.9f" % (vbv / vv) ** 0.5)


main(700)
