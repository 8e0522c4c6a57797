# Iterators that fill their tuple anew when nobody has it: results that are kept, looked at from inside, or freed late stay right.
import itertools
import threading
import weakref

MAKERS = (lambda: itertools.zip_longest(range(3), "abcd", fillvalue=[]), lambda: itertools.pairwise([[i] for i in range(5)]), lambda: itertools.product("ab", [1, 2]),
          lambda: itertools.permutations("abc", 2), lambda: itertools.combinations([[i] for i in range(4)], 2), lambda: itertools.combinations_with_replacement("ab", 2),
          lambda: itertools.product(), lambda: itertools.permutations("", 0))
for make in MAKERS:
    print(list(make()), [pair for pair in make() if len(pair) != 9], sorted(map(str, make())))
    total = 0
    for t in make():
        total += len(t)
    for i, t in enumerate(make()):
        total += hash(str(t)) * 0 + i
    every = []
    for t in make():
        if len(every) % 2 == 0:
            every.append(t)
        else:
            every.append(str(t))
    print(total, every)
    it = make()
    first = next(it, None)
    print(first, next(it, None), first)
    held = {next(it, None): 1, next(it, None): 2}
    print(held)
for a, b in itertools.pairwise("abcd"):
    print(a + b, end=" ")
for (a, b), (c, d) in itertools.pairwise(itertools.zip_longest("abcd", [1, 2])):
    print(a, b, c, d, end="; ")
for a, b in itertools.product("ab", repeat=2):
    print(a, b, end=" ")
print()


class Next:
    """Asks the same iterator for more while it is asked."""

    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 7:
            raise StopIteration
        if self.n == 3:
            return self.n, next(pairs, None)
        return self.n


source = Next()
pairs = itertools.zip_longest(source, range(9))
for pair in pairs:
    print(pair, end=" ")
print()


class Dropped:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n, end=" ")


def dropped(n):
    for i in range(n):
        yield Dropped(i)


for a, b in itertools.pairwise(dropped(4)):
    print(a.n, b.n, end=" ")
del a, b
print()

# tee over several blocks of what it keeps, branches at different places, copies, and what is let go.
one, two, three = itertools.tee(range(200), 3)
print(sum(itertools.islice(one, 130)), list(itertools.islice(two, 57)) == list(range(57)), next(two), next(three))
four = two.__copy__()
print(list(four) == list(range(58, 200)), list(one) == list(range(130, 200)), next(two), list(three)[-1], list(two)[0], next(two, "end"))
first, second = itertools.tee(Dropped(i) for i in range(3))
del second
for item in first:
    print(item.n, end=" ")
del item, first
print()
long, late = itertools.tee(iter(range(100000)))
print(sum(long))
del late, long
print([list(branch) for branch in itertools.tee("abc", 3)], itertools.tee("", 0))


# Threads that share one of each: every result is well formed.
def share(make, check):
    it = make()
    seen, wrong = [], []

    def take():
        for item in it:
            seen.append(item)
            if not check(item):
                wrong.append(item)

    threads = [threading.Thread(target=take) for _ in range(4)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    return wrong


print(share(lambda: itertools.product(range(20), repeat=2), lambda t: len(t) == 2 and all(0 <= i < 20 for i in t)))
print(share(lambda: itertools.combinations(range(20), 3), lambda t: t[0] < t[1] < t[2]))
print(share(lambda: itertools.cycle(range(3)) and itertools.islice(itertools.cycle(range(3)), 1000), lambda i: i in (0, 1, 2)))
branches = itertools.tee(range(2000), 4)
sums = []
threads = [threading.Thread(target=lambda b=b: sums.append(sum(b))) for b in branches[:1]]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sums)
