# Numbers long enough for Karatsuba, recursive division and split conversion to text.
import sys

sys.set_int_max_str_digits(0)
f = 1
for i in range(1, 1500):
    f *= i
s = str(f)
print(len(s), s[:40], s[-400:-380], sum(map(int, s)))
print(int(s) == f, hash(f), f % (10**9 + 7), f // 3**500 % 10**30)
a = 7 ** 9000
b = 3 ** 5000 + 11
q, r = divmod(a, b)
print(q * b + r == a, 0 <= r < b, q % 10**20, r % 10**20)
print((a * a - b * b) == (a - b) * (a + b), hash(a * b), (a * b) % 997)
print(str(2 ** 50000)[:30], len(str(2 ** 50000)), len(hex(2**50000)), len(oct(2**5000)), bin(2**100 - 1))
print(int("123456789" * 700) % 10**9 + 1, int("f" * 3000, 16).bit_length(), int("z" * 500, 36) % 1000003)
print(pow(3, 10**50, 10**40 + 7), pow(2**300 + 1, 2**200 + 3, 2**255 - 19), pow(123456789, -1, 10**30 + 57), pow(-5, 3, -7), pow(5, 0, 1))
x = 1
for _ in range(300):
    x = x * 1103515245 + 12345 & (1 << 4000) - 1
print(x.bit_count(), x % 1000000007, (~x & 0xFFFFFFFF), (-x & (1 << 100) - 1), x >> 3900, (x ^ x >> 7) % 65537)
# Division at the edges of words: all ones, single bits, quotients that are guessed too high.
import math
import random

random.seed(11)


def edge(bits):
    kind = random.randrange(4)
    ones = (1 << bits) - 1
    return random.getrandbits(bits) if kind == 0 else ones if kind == 1 else 1 << bits if kind == 2 else ones ^ 1 << random.randrange(bits)


digest = 0
for turn in range(6000):
    a, b = edge(random.choice([31, 33, 64, 100, 128, 200, 700, 3000])), edge(random.choice([5, 31, 32, 33, 63, 64, 65, 96, 127, 128, 129, 200, 900])) | 1
    a, b = random.choice([a, -a]), random.choice([b, -b])
    q, r = divmod(a, b)
    if q * b + r != a or (a * b) // b != a or (a * b + b - (1 if b > 0 else -1)) // b != a or a // b != q or a % b != r or int(str(a)) != a:
        print("wrong", a, b)
    digest = (digest * 1000003 ^ q ^ r << 7 ^ math.gcd(a, b) ^ math.gcd(a * 12345678901234567890123, a * b)) % (2**127 - 1)
print(digest)
print([3**n % 10**30 for n in range(0, 330, 11)], 10**100 // 10**80, (6 * 10**9) ** 9, 4294967295**5, 4294967296**5, 1**10**6)
sys.set_int_max_str_digits(4300)
for g in (lambda: str(10**4300), lambda: int("1" * 4301), lambda: str(10**4299)[:5], lambda: f"{10**5000:d}", lambda: int("0x" + "f" * 5000, 16) > 0):
    try:
        print(g())
    except ValueError as e:
        print(e)
print(sys.get_int_max_str_digits())
# Quotients of numbers of nearly the same length, which their highest digits tell; unless the remainder is zero or nearly so.
for bits in (200, 320, 700, 2111, 6400, 20000):
    for longer in (0, 1, 30, 31, 32, 33, 63, 64, 65, 100, 200):
        b = edge(bits)
        for q in (edge(longer + 1) or 1, 1 << longer, (1 << longer + 1) - 1):
            for r in (0, 1, b - 1, edge(bits - 1) % b):
                a = q * b + r
                assert a // b == q and -a // -b == q and a // -b == -a // b == -q - (r != 0), (bits, longer)
        assert (b * longer) // (b + 1) == max(longer - 1, 0) and (b - 1) // b == 0 and -b // (b + 1) == -1
# Factors of one word, and sums and differences whose carries run through all words.
for bits in (33, 64, 65, 96, 127, 128, 500, 640, 2048, 5000):
    n = edge(bits)
    for m in (3, 2 ** 31 - 1, 2 ** 32 + 1, 10 ** 18, 2 ** 63 + 5, 2 ** 64 - 1, -(2 ** 64) + 1, 2 ** 64 + 3):
        assert n * m == m * n == sum((n << i) * (1 if m > 0 else -1) for i in range(70) if abs(m) >> i & 1), (bits, m)
    ones = (1 << bits) - 1
    assert ones + 1 == 1 << bits and (1 << bits) - ones == 1 and (ones + n) - n == ones and (1 << bits) - 1 == ones
    assert (ones << 64) + (1 << 64) == 1 << bits + 64 and ones * ones == (1 << 2 * bits) - (1 << bits + 1) + 1
print("quotients and carries")
