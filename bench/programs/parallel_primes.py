"""Counts primes below a limit, the range cut into pieces for a pool of threads."""
from concurrent.futures import ThreadPoolExecutor

LIMIT = 400_000
PIECES = 16


def is_prime(n):
    if n < 2:
        return False
    if n % 2 == 0:
        return n == 2
    divisor = 3
    while divisor * divisor <= n:
        if n % divisor == 0:
            return False
        divisor += 2
    return True


def count_primes(start, stop):
    found = 0
    for n in range(start, stop):
        if is_prime(n):
            found += 1
    return found


def main():
    step = LIMIT // PIECES
    with ThreadPoolExecutor(max_workers=2) as pool:
        futures = [pool.submit(count_primes, at * step, (at + 1) * step) for at in range(PIECES)]
        print(sum(future.result() for future in futures))


if __name__ == "__main__":
    main()
