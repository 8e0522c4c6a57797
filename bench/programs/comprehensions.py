"""List, set and dict comprehensions with conditions."""


def work(n):
    evens = [i for i in range(n) if i % 2 == 0]
    pairs = {i: i * i for i in evens if i % 3}
    rest = {v % 1000 for v in pairs.values()}
    nested = [[a * b for a in range(10)] for b in range(n // 10)]
    return len(evens), len(pairs), len(rest), sum(map(sum, nested))


for _ in range(4):
    print(work(200000))
