# One generator, one iterator, one itertools object pulled by many threads: each item comes out once.
# test: timeout=60
import itertools
import os
import sys
import threading

SHORT = os.environ.get("PORTALIS_STRESS") == "short"
WORKERS, ROUNDS = (4, 400) if SHORT else (8, 8000)
sys.setswitchinterval(1e-5)


def pull(source, retry=()):
    """All that WORKERS threads get out of source together."""
    got = [[] for _ in range(WORKERS)]
    gate = threading.Barrier(WORKERS)

    def body(k):
        gate.wait()
        while True:
            try:
                got[k].append(next(source))
            except StopIteration:
                return
            except retry:
                pass

    threads = [threading.Thread(target=body, args=(k,)) for k in range(WORKERS)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    return sorted(itertools.chain.from_iterable(got))


def produce():
    for i in range(ROUNDS):
        yield i


print("generator", pull(produce(), retry=ValueError) == list(range(ROUNDS)))
print("expression", pull((i * i for i in range(ROUNDS)), retry=ValueError) == [i * i for i in range(ROUNDS)])


def delegate():
    yield from range(ROUNDS // 2)
    yield from produce_rest()


def produce_rest():
    try:
        for i in range(ROUNDS // 2, ROUNDS):
            yield i
    finally:
        ended.append(1)


ended = []
print("yield from", pull(delegate(), retry=ValueError) == list(range(ROUNDS)), ended)
print("list", pull(iter(list(range(ROUNDS)))) == list(range(ROUNDS)))
print("tuple", pull(iter(tuple(range(ROUNDS)))) == list(range(ROUNDS)))
print("range", pull(iter(range(ROUNDS))) == list(range(ROUNDS)))
print("set", pull(iter(set(range(ROUNDS)))) == list(range(ROUNDS)))
print("dict", pull(iter(dict.fromkeys(range(ROUNDS)))) == list(range(ROUNDS)))
print("items", pull(iter({i: -i for i in range(ROUNDS)}.items())) == [(i, -i) for i in range(ROUNDS)])
print("str", "".join(pull(iter("abcdefgh" * (ROUNDS // 8)))) == "".join(sorted("abcdefgh" * (ROUNDS // 8))))
print("bytes", pull(iter(bytes(range(200)))) == list(range(200)))
print("reversed", pull(reversed(list(range(ROUNDS)))) == list(range(ROUNDS)))

counter = itertools.count()
numbers = [[] for _ in range(WORKERS)]


def draw(k):
    for _ in range(ROUNDS):
        numbers[k].append(next(counter))


threads = [threading.Thread(target=draw, args=(k,)) for k in range(WORKERS)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("count", sorted(itertools.chain.from_iterable(numbers)) == list(range(WORKERS * ROUNDS)), all(n == sorted(n) for n in numbers))

# Not single steps in CPython, so only: nothing breaks.
total = 0
for make in (
    lambda: zip(iter(range(ROUNDS)), itertools.count()),
    lambda: enumerate(iter(range(ROUNDS))),
    lambda: map(lambda x: x, iter(range(ROUNDS))),
    lambda: filter(None, iter(range(ROUNDS))),
    lambda: itertools.islice(itertools.cycle([1, 2, 3]), ROUNDS),
    lambda: itertools.chain(range(ROUNDS // 2), range(ROUNDS // 2)),
    lambda: itertools.accumulate(range(ROUNDS)),
    lambda: itertools.product(range(40), range(ROUNDS // 40)),
    lambda: itertools.permutations(range(6)),
    lambda: itertools.combinations(range(14), 3),
    lambda: itertools.zip_longest(range(ROUNDS), range(ROUNDS // 2), fillvalue=0),
    lambda: itertools.takewhile(lambda x: True, iter(range(ROUNDS))),
    lambda: itertools.dropwhile(lambda x: x < 5, iter(range(ROUNDS))),
    lambda: itertools.starmap(lambda a, b: a + b, iter([(1, 2)] * ROUNDS)),
    lambda: itertools.pairwise(range(ROUNDS)),
    lambda: itertools.compress(range(ROUNDS), itertools.cycle([1, 0, 1])),
    lambda: itertools.repeat(7, ROUNDS),
):
    total += len(pull(make(), retry=ValueError)) > 0
print("others", total)

shared = list(range(50))


def mutate(k):
    for i in range(ROUNDS // 4):
        shared.append(i)
        for x in shared:
            if x > 45:
                break
        shared.pop()
        [y for y in shared]
        sorted(shared, key=lambda y: -y)
        list(map(str, shared[:5]))


threads = [threading.Thread(target=mutate, args=(k,)) for k in range(WORKERS)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("list under iteration", len(shared))

# close(), throw() and send() from other threads than the one that runs the generator
outcome = []


def two_way():
    received = 0
    while True:
        try:
            value = yield received
            received += value or 0
        except KeyError:
            received += 1000000


shared_generator = two_way()
next(shared_generator)
sent = [0] * WORKERS


def talk(k):
    for i in range(ROUNDS // 4):
        while True:
            try:
                shared_generator.throw(KeyError) if i % 10 == 0 else shared_generator.send(1)
                break
            except ValueError:
                pass
        sent[k] += 1


threads = [threading.Thread(target=talk, args=(k,)) for k in range(WORKERS)]
for t in threads:
    t.start()
for t in threads:
    t.join()
throws = WORKERS * len(range(0, ROUNDS // 4, 10))
print("send", shared_generator.send(0) == WORKERS * (ROUNDS // 4) - throws + throws * 1000000)
shared_generator.close()
