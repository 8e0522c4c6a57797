# Short cuts of text methods, sums and integer functions against slow ways of getting the same.
import base64
import hashlib
import math
import random
import statistics
import struct
from decimal import Decimal
from fractions import Fraction

r = random.Random(7)
TEXTS = ["", "a", "ab", "hello world", "x" * 100, "the Quick brown's fox-2b", "é", "éa", "aé", "żółw", "aż", "żabc", "😀", "a😀b", "😀é", "\x7f\x80", "ÿ" * 5, "ab\0c"]
for s in TEXTS:
    for start, stop, step in ((None, None, -1), (None, None, 2), (1, None, 2), (None, None, -2), (5, 0, -3), (0, 1, 5), (None, None, 100), (3, 3, 2), (-2, None, -1)):
        cut = s[start:stop:step]
        again = "".join([s[i] for i in range(len(s))[start:stop:step]])
        if cut != again or hash(cut) != hash(again) or cut.isascii() != again.isascii() or cut + "é" != again + "é":
            print("slice", ascii(s), start, stop, step)
    print(ascii(s.title()), end=" ")
    for old in ("", "a", "ab", "l", "x", "xx", "é", "ż", "😀", "hello world", "o w", "zzz"):
        for new in ("", "b", "ab", "long one", "é", "ż", "x"):
            for count in (-1, 0, 1, 2, 99):
                got = s.replace(old, new, count)
                if old:
                    want = new.join(s.split(old, count) if count >= 0 else s.split(old))
                    if got != want or hash(got) != hash(want) or got.isascii() != want.isascii():
                        print("replace", ascii((s, old, new, count, got)))
print()
print("aXa".replace("X", ""), ascii("aéa".replace("é", "")), "é".replace("é", "e").isascii(), "aaa".replace("a", "b", 2), "abab".replace("ab", "", 1), repr("ab".replace("ab", "")))
for data in (b"", b"\0", b"\xff\x00ab", bytes(range(256))):
    print(data.hex(), data.hex(":"), data.hex("-", 2), data.hex("-", -3), bytearray(data).hex(), memoryview(data).hex(), sep="|")

big = [0, 1, 2, 3, 12, -12, 18, 2 ** 31, 2 ** 62 - 1, -2 ** 62, 2 ** 62, 2 ** 63, 2 ** 64 - 1, 2 ** 64, -2 ** 64, 10 ** 30, 6 ** 50, True]
print([math.gcd(a, b) for a in big for b in big])
print([math.lcm(a, b) for a in big for b in big])
print(math.gcd(), math.lcm(), math.gcd(-4), math.lcm(-4), math.gcd(4, 6, 8), math.lcm(4, 6, 0, 8))
for n in [2 ** k + d for k in (0, 1, 31, 32, 52, 53, 62, 63, 64, 65, 100, 127, 128, 129) for d in (-1, 0, 1)] + [(2 ** 64 - 1) ** 2 + d for d in (-1, 0, 1)] + [r.getrandbits(b) for b in range(60, 130)]:
    root = math.isqrt(n)
    if not root * root <= n < (root + 1) ** 2:
        print("isqrt", n, root)
for n in (0, 1, 2, 5, 30, 50, 61, 62, 63, 64, 66, 67, 68, 70, 100, 200, 2 ** 31, 2 ** 62 - 1, 2 ** 62, 2 ** 70):
    print([math.comb(n, k) for k in (0, 1, 2, 3, 20, 31, 33, 50) if n < 1000 or k < 5], end=" ")
print(math.comb(66, 33), math.comb(67, 33), math.comb(68, 34), math.comb(3, 5), math.comb(True, 1))
for f in (lambda: math.gcd(1.5), lambda: math.lcm("a"), lambda: math.comb(-1, 2), lambda: math.comb(2, -1), lambda: math.isqrt(-1), lambda: math.comb(1.0, 1), lambda: math.fsum([1, "a"]), lambda: math.prod([1, None])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

values = [0.1] * 10 + [1e100, 1, -1e100, Fraction(1, 3), True, 2 ** 70]
print(math.fsum(values), math.fsum(tuple(values)), math.fsum(iter(values)), math.fsum(v for v in values), math.fsum([]), math.prod([]))
print(math.prod([1.5, 2.5, 3]), math.prod([2, 1.5, 2 ** 70, 0.5]), math.prod((1.1, 2.2)), math.prod([1.5, 2.0], start=2), math.prod([Fraction(1, 2), 3, 0.5]), math.prod([1e200, 1e200]), math.prod([1e-200, 1e-200, -1.0]), math.prod([[1], 2]))



grown = [1.0, 2.0]
class Adds:
    def __float__(self):
        if len(grown) < 6:
            grown.append(4.0)
        return 0.5


grown.insert(1, Adds())
print(math.fsum(grown), len(grown))

for data in ([1, 2, 3, 4], [1.5, 2.25, -3.125], [Fraction(1, 3), Fraction(2, 5), 1], [Decimal("1.1"), Decimal("2.2"), 3], [True, False, True], [1e308, 1e308, -1e308], [1e-300, 3e-300], [5, 5, 5],
             [r.gauss(0, 1) for _ in range(50)], [float("inf"), 1.0], [float("nan"), 1.0], [10 ** 30, 10 ** 30 + 1], (x for x in (1, 2.5, 9))):
    data = list(data)
    for f in (statistics.variance, statistics.pvariance, statistics.stdev, statistics.pstdev, statistics.mean, lambda d: statistics.variance(d, 2), lambda d: statistics.pvariance(d, mu=1)):
        try:
            print(repr(f(data)), end=" ")
        except Exception as e:
            print(type(e).__name__, e, end=" ")
    print()
for data in ([], [1], ["a", "b"], [1, None]):
    for f in (statistics.variance, statistics.pstdev):
        try:
            print(f(data))
        except Exception as e:
            print(type(e).__name__, e)

for n in list(range(0, 140)) + [1000, 4096, 5001]:
    data = bytes((i * 7 + n) & 255 for i in range(n))
    line = hashlib.sha256()
    for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512"):
        line.update(hashlib.new(name, data).digest())
    if n % 20 == 0 or n > 139:
        print(n, line.hexdigest())
pieces = hashlib.sha512()
for i in range(50):
    pieces.update(bytes(i))
print(pieces.hexdigest(), hashlib.md5(b"abc").hexdigest(), hashlib.sha1(b"abc").hexdigest(), hashlib.sha256(b"abc").hexdigest())
