"""Numbers, small and big, and globals."""
import math
import random

from timing import main

BIG = 3 ** 200
BIGGER = 7 ** 1000
counter = 0


def int_arithmetic(n):
    total = 0
    for i in range(n):
        total = (total * 3 + i) % 1000003
    return total


def int_division(n):
    total = 0
    for i in range(1, n + 1):
        total += (n // i) + (n % i)
    return total


def int_bits(n):
    total = 1
    for i in range(n):
        total = ((total << 1) ^ (total >> 3) ^ i) & 0xffffffff
    return total


def int_power(n):
    total = 0
    for i in range(n):
        total += (i & 15) ** 2
    return total


def int_divmod(n):
    total = 0
    for i in range(n):
        q, r = divmod(i, 7)
        total += r
    return total


def int_pow_mod(n):
    total = 0
    for i in range(n):
        total += pow(i, 65537, 1000003)
    return total


def int_beyond_63(n):
    total = 0
    for i in range(n):
        total = (total * 6364136223846793005 + 1442695040888963407) & 0xffffffffffffffff
    return total


def int_compare(n):
    total = 0
    for i in range(n):
        if 10 < i < 1000:
            total += 1
    return total


def float_arithmetic(n):
    x = 0.5
    for _ in range(n):
        x = x * 1.0001 + 0.25
        x = x / 1.5 - 0.1
    return x


def float_math(n):
    total = 0.0
    for i in range(n):
        total += math.sqrt(i) + math.sin(0.5)
    return total


def float_floor(n):
    total = 0
    for i in range(n):
        total += int(i * 0.7) + math.floor(2.5) + round(2.6)
    return total


def float_abs(n):
    total = 0.0
    for i in range(n):
        total += abs(-1.5)
    return total


def complex_arithmetic(n):
    z = 0j
    for _ in range(n):
        z = z * z + (0.1 + 0.2j)
    return z


def big_add(n):
    for _ in range(n):
        found = BIG + BIGGER
    return found


def big_multiply(n):
    for _ in range(n):
        found = BIG * BIG
    return found


def big_multiply_long(n):
    for _ in range(n):
        found = BIGGER * BIGGER
    return found


def big_divmod(n):
    for _ in range(n):
        found = divmod(BIGGER, BIG)
    return found


def big_by_small(n):
    for _ in range(n):
        found = BIGGER // 10
        found = BIGGER % 10
        found = BIGGER * 3
    return found


def big_shift(n):
    for _ in range(n):
        found = (BIGGER << 70) >> 35
    return found


def big_pow(n):
    for _ in range(n):
        found = 3 ** 300
    return found


def big_pow_mod(n):
    for _ in range(n):
        found = pow(3, BIG, BIG + 2)
    return found


def big_to_str(n):
    for _ in range(n):
        found = str(BIGGER)
    return found


def big_from_str(n):
    text = str(BIGGER)
    for _ in range(n):
        found = int(text)
    return found


def big_factorial(n):
    for _ in range(n):
        found = 1
        for i in range(2, 60):
            found *= i
    return found


def big_gcd(n):
    for _ in range(n):
        found = math.gcd(BIGGER, BIG)
    return found


def random_random(n):
    total = 0.0
    for _ in range(n):
        total += random.random()
    return total


def random_randint(n):
    total = 0
    for _ in range(n):
        total += random.randint(1, 6)
    return total


def global_read(n):
    total = 0
    for _ in range(n):
        total += len(NAMES)
    return total


def global_write(n):
    global counter
    for _ in range(n):
        counter += 1
    return counter


NAMES = ["a", "b"]

if __name__ == "__main__":
    main([int_arithmetic, int_division, int_bits, int_power, int_divmod, int_pow_mod, int_beyond_63, int_compare,
          float_arithmetic, float_math, float_floor, float_abs, complex_arithmetic, big_add, big_multiply, big_multiply_long,
          big_divmod, big_by_small, big_shift, big_pow, big_pow_mod, big_to_str, big_from_str, big_factorial, big_gcd,
          random_random, random_randint, global_read, global_write])
