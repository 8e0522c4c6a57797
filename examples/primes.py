"""Counts primes in parallel: each task tests one stretch of numbers."""
from concurrent.futures import ThreadPoolExecutor


def is_prime(n):
    if n < 4:
        return n > 1
    if n % 2 == 0 or n % 3 == 0:
        return False
    d = 5
    while d * d <= n:
        if n % d == 0 or n % (d + 2) == 0:
            return False
        d += 6
    return True


def count_primes(first, last):
    return sum(1 for n in range(first, last) if is_prime(n))


def main(limit=200000, step=10000):
    starts = range(0, limit, step)
    with ThreadPoolExecutor(max_workers=4) as pool:
        counts = list(pool.map(lambda start: count_primes(start, start + step), starts))
    for start, count in list(zip(starts, counts))[:3]:
        print("%6d .. %6d: %d primes" % (start, start + step - 1, count))
    print("below %d: %d primes" % (limit, sum(counts)))


if __name__ == "__main__":
    main()
