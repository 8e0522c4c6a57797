"""Number theory with big integers: primality, RSA, Diffie-Hellman, Chinese remainders, continued fractions."""
import math
import random

random.seed(2024)


def is_prime(n):
    for p in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if n % p == 0:
            return n == p
    d, s = n - 1, 0
    while d % 2 == 0:
        d, s = d // 2, s + 1
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
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


def prime(bits):
    while True:
        n = random.getrandbits(bits) | 1 | 1 << bits - 1
        if is_prime(n):
            return n


p, q = prime(160), prime(160)
n, phi, e = p * q, (p - 1) * (q - 1), 65537
d = pow(e, -1, phi)
message = int.from_bytes("attack at dawn ☃".encode(), "big")
cipher = pow(message, e, n)
print(p, q, p.bit_length(), n.bit_length())
print(hex(cipher))
plain = pow(cipher, d, n)
print(plain.to_bytes((plain.bit_length() + 7) // 8, "big").decode())
a, b = random.randrange(n), random.randrange(n)
print(pow(pow(5, a, p), b, p) == pow(pow(5, b, p), a, p))


def chinese(pairs):
    m = math.prod(m for _, m in pairs)
    return sum(r * (m // k) * pow(m // k, -1, k) for r, k in pairs) % m


print(chinese([(2, 3), (3, 5), (2, 7)]), chinese([(k % 97, k) for k in (101, 103, 107, 109, 113, 127, 131)]))
print(math.isqrt(n) ** 2 <= n < (math.isqrt(n) + 1) ** 2, math.gcd(n * 12, phi), math.lcm(*range(1, 41)), math.comb(200, 77))


def continued(num, den):
    while den:
        whole, rest = divmod(num, den)
        yield whole
        num, den = den, rest


terms = list(continued(31415926535897932384626433, 10 ** 25))
print(terms[:8], len(terms))
x = 3
for k in range(6):
    x = x ** 2 + k
print(x, x.bit_length(), x % 1000000007, str(x)[::-1][:20], -x // 7 ** 30, -x % 7 ** 30, divmod(x, -10 ** 9)[1])
print(f"{2 ** 200:,}", f"{-2 ** 70:_x}", f"{10 ** 25:.3e}", int("z" * 20, 36), 1 << 130 >> 128, ~(1 << 70), (1 << 70) ^ -1)
for bad in (lambda: pow(2, -1, 4), lambda: pow(2, 3, 0), lambda: 1 << -1, lambda: 10 ** 400 / 1.0, lambda: math.isqrt(-1)):
    try:
        print(bad())
    except (ValueError, ZeroDivisionError, OverflowError) as e:
        print(type(e).__name__, e)
