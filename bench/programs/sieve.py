"""Sieve of Eratosthenes: slice assignment and a list of bools."""


def sieve(n):
    flags = [True] * (n + 1)
    flags[0] = flags[1] = False
    for i in range(2, int(n ** 0.5) + 1):
        if flags[i]:
            for k in range(i * i, n + 1, i):
                flags[k] = False
    return [i for i, flag in enumerate(flags) if flag]


primes = sieve(20000000)
print(len(primes), primes[-1])
