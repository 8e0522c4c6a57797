"""Generators as coroutines and pipelines: send, throw, close, delegation and clean-up order."""
import contextlib
import itertools


def consumer(function):
    def start(*args):
        g = function(*args)
        next(g)
        return g
    return start


@consumer
def averager():
    total = count = 0
    average = None
    while True:
        try:
            value = yield average
        except ArithmeticError as e:
            print("reset", e)
            total = count = 0
            average = None
            continue
        total += value
        count += 1
        average = total / count


@consumer
def broadcast(*targets):
    try:
        while True:
            item = yield
            for t in targets:
                t.send(item)
    finally:
        print("closing", len(targets))
        for t in targets:
            t.close()


@consumer
def collect(into, keep):
    try:
        while True:
            item = yield
            if keep(item):
                into.append(item)
    except GeneratorExit:
        into.append("end")
        raise


evens, big = [], []
b = broadcast(collect(evens, lambda n: n % 2 == 0), collect(big, lambda n: n > 5))
for n in range(9):
    b.send(n)
b.close()
print(evens, big)
a = averager()
print(a.send(10), a.send(20), a.throw(ZeroDivisionError("again")), a.send(1))
a.close()
try:
    a.send(1)
except StopIteration as e:
    print("stopped", e.value)


def flatten(tree, depth=0):
    if isinstance(tree, list):
        count = 0
        for branch in tree:
            count += yield from flatten(branch, depth + 1)
        return count
    yield depth, tree
    return 1


def counted(tree):
    total = yield from flatten(tree)
    yield "leaves", total


print(list(counted([1, [2, [3, 4], []], [[[5]]]])))


def windows(items, n):
    its = itertools.tee(items, n)
    for k, it in enumerate(its):
        next(itertools.islice(it, k, k), None)
    return zip(*its)


print(list(windows("abcdef", 3)))


@contextlib.contextmanager
def step(name, log):
    log.append("enter " + name)
    try:
        yield name.upper()
    except KeyError as e:
        log.append(f"swallowed {e}")
    finally:
        log.append("leave " + name)


def worker(log):
    with step("outer", log) as o:
        with step("inner", log) as i:
            got = yield o, i
            log.append(got)
            raise KeyError(got)
        yield "after"


log = []
w = worker(log)
print(next(w), w.send("key"))
w.close()
print(log)


def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            yield 2


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)
gen = (x * y for x in range(3) for y in range(x))
print(gen.gi_running, gen.gi_frame is None, list(gen), gen.gi_frame is None)
