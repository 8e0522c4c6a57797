# heapq.merge() and Executor.map() return generators: one that is running cannot be entered again or closed.
import heapq
from concurrent.futures import ThreadPoolExecutor


class Key:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        try:
            next(merged)
        except ValueError as e:
            seen.add(str(e))
        return self.n < other.n


seen = set()
merged = heapq.merge([Key(1), Key(4)], [Key(2), Key(3)])
print([k.n for k in merged], sorted(seen))
print(next(merged, "over"))


def reenter():
    try:
        yield 1
        yield next(numbers)
    except ValueError as e:
        print("inside:", e)
        yield 3


numbers = heapq.merge(reenter(), [2])
print(list(numbers))

with ThreadPoolExecutor(2) as pool:
    results = pool.map(abs, [-1, -2, -3])
    print(next(results))
    results.close()
    print(list(results))
