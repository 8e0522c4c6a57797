"""Ints of thousands of digits: digits of pi, factorials, modular powers."""


def pi_digits(n):
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    out = []
    while len(out) < n:
        if 4 * q + r - t < m * t:
            out.append(str(m))
            q, r, m = 10 * q, 10 * (r - m * t), (10 * (3 * q + r)) // t - 10 * m
        else:
            q, r, t, k, m, x = q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2
    return "".join(out)


print(pi_digits(1200)[-10:])
f = 1
for i in range(1, 2500):
    f *= i
print(f % 1000000007, pow(3, f % 100003, 2 ** 521 - 1) % 1000)
