# Arithmetic of ints across the inline, two-digit and many-digit ranges.
values = [0, 1, -1, 2, 7, -7, 10, 255, -256, 2**31 - 1, -2**31, 2**32, 2**61, -2**61, 2**62 - 1, 2**62, -2**62, -2**62 - 1, 2**63, 2**64 - 1,
          -2**64, 10**20, -10**25, 3**70, -7**60, 2**200, 2**200 - 1, -3**150]


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


for a in values:
    for b in values:
        print(a + b, a - b, a * b, a & b, a | b, a ^ b, a < b, a <= b, a == b, a != b, a > b, a >= b)
        show(lambda: (a // b, a % b, divmod(a, b)))
        show(lambda: a / b)
    print(-a, +a, ~a, abs(a), a.bit_length(), a.bit_count(), hash(a), bool(a), a.conjugate(), a.real, a.imag, a.numerator, a.denominator)
    for s in (0, 1, 5, 31, 32, 33, 62, 63, 64, 100):
        print(a << s, a >> s)
for a in (0, 1, -1, 2, -3, 10, 2**40, -2**70):
    for n in (0, 1, 2, 3, 5, 17, 40):
        print(a ** n, end=" ")
    print()
show(lambda: 1 << -1)
show(lambda: 1 >> -1)
show(lambda: 0 ** -1)
show(lambda: 2 ** -2)
show(lambda: (-2) ** -3)
show(lambda: 10 ** 400 / 3)
show(lambda: 10 ** 400 / 10 ** 399)
show(lambda: 1 / 10 ** 400)
show(lambda: 1 // 0)
show(lambda: 1 % 0)
show(lambda: divmod(1, 0))
show(lambda: 1 / 0)
show(lambda: 5 >> 10 ** 30)
show(lambda: -5 >> 10 ** 30)
show(lambda: 0 << 10 ** 30)
