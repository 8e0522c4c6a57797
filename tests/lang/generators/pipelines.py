# Generators at work: pipelines, coroutines with priming decorators, state machines, recursion, tee-like sharing, and infinite streams.
import functools
import itertools


def coroutine(f):
    @functools.wraps(f)
    def start(*a, **k):
        g = f(*a, **k)
        next(g)
        return g
    return start


def numbers(text):
    for token in text.split():
        try:
            yield int(token)
        except ValueError as e:
            yield e


def only(kind, items):
    for i in items:
        if isinstance(i, kind):
            yield i


def windows(items, n):
    items = iter(items)
    window = tuple(itertools.islice(items, n))
    while len(window) == n:
        yield window
        for x in items:
            window = window[1:] + (x,)
            break
        else:
            return "exhausted"


source = "1 2 x 3 4 5 y 6"
print(list(windows(only(int, numbers(source)), 3)), [str(e)[-3:] for e in only(ValueError, numbers(source))])


@coroutine
def printer(prefix, log):
    try:
        while True:
            item = yield
            log.append(f"{prefix}:{item}")
    except GeneratorExit:
        log.append(f"{prefix} closed")


@coroutine
def broadcast(*targets):
    while True:
        item = yield len(targets)
        for t in targets:
            t.send(item)


@coroutine
def filtering(pred, target):
    while True:
        item = yield
        if pred(item):
            target.send(item)


log = []
p, q = printer("p", log), printer("q", log)
b = broadcast(p, filtering(lambda v: v % 2, q))
for i in range(4):
    b.send(i)
p.close()
print(log, printer.__name__)
try:
    b.send(9)
except StopIteration as e:
    print("StopIteration", e.value)
except RuntimeError as e:
    print("RuntimeError", e, repr(e.__cause__))


@coroutine
def stats():
    values, result = [], None
    while True:
        command = yield result
        match command:
            case ("add", *vs): values.extend(vs); result = len(values)
            case "mean": result = sum(values) / len(values) if values else None
            case "reset": values.clear(); result = "ok"
            case _: result = f"? {command}"


s = stats()
print(s.send(("add", 1, 2, 3)), s.send("mean"), s.send("reset"), s.send("mean"), s.send(5))


def traffic():
    state, n = "red", 0
    while True:
        override = yield state, n
        n += 1
        state = override or {"red": "green", "green": "yellow", "yellow": "red"}[state]


t = traffic()
print([next(t) for _ in range(5)], t.send("blink") if False else t.send("red"), next(t))


def primes():
    yield 2
    found = []
    for n in itertools.count(3, 2):
        if all(n % p for p in itertools.takewhile(lambda p: p * p <= n, found)):
            found.append(n)
            yield n


def sieve(stream):
    p = next(stream)
    yield p
    yield from sieve(x for x in stream if x % p)


print(list(itertools.islice(primes(), 15)), list(itertools.islice(sieve(itertools.count(2)), 12)))


def merge(*streams):
    heads = [(next(s), i, s) for i, s in enumerate(map(iter, streams))]
    while heads:
        heads.sort(key=lambda h: h[:2])
        v, i, s = heads.pop(0)
        yield v
        for nxt in s:
            heads.append((nxt, i, s))
            break


print(list(merge([1, 4, 7], (2, 5), iter([3, 6, 8]))))


class Tree:
    def __init__(self, v, *kids): self.v, self.kids = v, kids

    def __iter__(self):
        yield self.v
        for k in self.kids:
            yield from k

    def post(self):
        for k in self.kids:
            yield from k.post()
        yield self.v

    def levels(self):
        level = [self]
        while level:
            yield [n.v for n in level]
            level = [k for n in level for k in n.kids]

    def paths(self, prefix=()):
        here = (*prefix, self.v)
        if not self.kids:
            yield here
        for k in self.kids:
            yield from k.paths(here)


tree = Tree(1, Tree(2, Tree(4), Tree(5)), Tree(3, Tree(6)))
print(list(tree), list(tree.post()), list(tree.levels()), list(tree.paths()), sum(tree), 5 in tree, max(tree), sorted(tree, reverse=True))


def lines(chunks):
    buffer = ""
    for c in chunks:
        buffer += c
        *done, buffer = buffer.split("\n")
        yield from done
    if buffer:
        yield buffer


print(list(lines(["ab", "c\nd", "\n\nef\ng"])))


def accumulate_until(limit):
    total = 0
    while total < limit:
        total += (yield total) or 0
    return total


def driver():
    results = []
    for limit in (3, 10):
        results.append((yield from accumulate_until(limit)))
    return results


d = driver()
sent, out = [None, 1, 5, 4, 8], []
try:
    for v in sent:
        out.append(d.send(v))
except StopIteration as e:
    print(out, e.value)


def collatz(n):
    while n != 1:
        yield n
        n = n // 2 if n % 2 == 0 else 3 * n + 1
    yield 1


print(list(collatz(6)), max(collatz(27)), sum(1 for _ in collatz(97)), max(range(1, 30), key=lambda n: len(list(collatz(n)))))


def gray(n):
    if n == 0:
        yield ""
    else:
        yield from ("0" + c for c in gray(n - 1))
        yield from ("1" + c for c in reversed(list(gray(n - 1))))


def subsets(items):
    if not items:
        yield frozenset()
        return
    first, *rest = items
    for s in subsets(rest):
        yield s
        yield s | {first}


def partitions(n, largest=None):
    if n == 0:
        yield []
    for k in range(min(n, largest or n), 0, -1):
        for p in partitions(n - k, k):
            yield [k, *p]


print(list(gray(3)), sorted(map(sorted, subsets("abc"))), list(partitions(5)), len(list(partitions(20))))
