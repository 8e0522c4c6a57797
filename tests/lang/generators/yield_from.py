# yield from: delegation to generators, iterators and iterables; what is passed through and how it ends.
import itertools


def show(act):
    try:
        print(act())
    except BaseException as e:
        print(type(e).__name__, e)


def inner():
    log = []
    try:
        while True:
            try:
                v = yield len(log)
                if v == "stop":
                    return log
                log.append(v)
            except ValueError as e:
                log.append("VE " + str(e))
    finally:
        print("inner finally", log)


def outer():
    r = yield from inner()
    print("returned", r)
    r2 = yield from [10, 20]
    print("list gave", r2)
    r3 = yield from "ab"
    r4 = yield from range(2)
    r5 = yield from ()
    r6 = yield from {"k": 1}
    return r, r2, r3, r4, r5, r6


g = outer()
print(next(g), g.send("a"), g.send(None), g.throw(ValueError("t")), g.gi_yieldfrom.__name__)
print(g.send("stop"), next(g), next(g), next(g), next(g), next(g), next(g))
show(lambda: next(g))
g = outer()
next(g)
show(lambda: g.throw(KeyError("k")))
g = outer()
next(g)
g.close()
show(lambda: next(g))


class NoThrow:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration("iterator value")
        return self.n


def deleg(it):
    try:
        return (yield from it)
    except Exception as e:
        yield ("seen", repr(e))


print(list(deleg(NoThrow())))
d = deleg(NoThrow())
next(d)
show(lambda: d.send(5))
d = deleg(NoThrow())
next(d)
show(lambda: d.throw(OSError("no throw method")))


class Full:
    def __init__(self): self.log = []
    def __iter__(self): return self
    def __next__(self): self.log.append("next"); return "n"
    def send(self, v): self.log.append(("send", v)); return "s"
    def throw(self, *a): self.log.append(("throw", len(a) > 0)); return "t"
    def close(self): self.log.append("close")


f = Full()
d = deleg(f)
print(next(d), d.send(None), d.send(1), d.throw(ValueError("v")), d.throw(KeyError), d.close(), f.log)


class CloseRaises(Full):
    def close(self): raise RuntimeError("close failed")


d = deleg(CloseRaises())
next(d)
show(d.close)
for bad in (5, None, object(), int):
    show(lambda: list(deleg(bad)))


def bad_direct():
    yield from 5


show(lambda: list(bad_direct()))


def chain(*its):
    for it in its:
        yield from it


print(list(chain([1], (2,), {3}, "4", chain([5], chain([6])))))


def flatten(x):
    if isinstance(x, list):
        for y in x:
            yield from flatten(y)
    else:
        yield x


print(list(flatten([1, [2, [3, [4, []]], 5], [[6]]])))


def averager():
    total = count = 0
    average = None
    while True:
        v = yield average
        if v is None:
            return count, average
        total += v
        count += 1
        average = total / count


def grouper(results, key):
    while True:
        results[key] = yield from averager()


results = {}
for key, values in {"a": [1, 2, 3], "b": [10, 20]}.items():
    gr = grouper(results, key)
    next(gr)
    for v in values:
        gr.send(v)
    gr.send(None)
print(results)


def deep(n):
    if n == 0:
        got = yield "bottom"
        return got
    r = yield from deep(n - 1)
    return (r, n)


d = deep(5)
print(next(d))
show(lambda: d.send("up"))


def value_chain():
    x = yield from (i for i in range(2))
    y = yield from value()
    return [x, y]


def value():
    return 42
    yield


def runner():
    z = yield from value_chain()
    print("runner got", z)


print(list(runner()))


def swallow():
    while True:
        try:
            yield from inner2()
        except ValueError:
            yield "swallowed"


def inner2():
    yield 1
    raise ValueError


print(list(itertools.islice(swallow(), 5)))


def recursion(self_holder):
    yield from self_holder[0]


holder = []
holder.append(recursion(holder))
show(lambda: next(holder[0]))


def permutations(items):
    if not items:
        yield ()
    for i, x in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield (x, *rest)


print(list(permutations([1, 2, 3])))


def exit_order():
    def a():
        try:
            yield from b()
        finally:
            print("a done")
    def b():
        try:
            yield from c()
        finally:
            print("b done")
    def c():
        try:
            yield 1
        finally:
            print("c done")
    return a()


e = exit_order()
next(e)
e.close()
e = exit_order()
next(e)
del e
print("after del")
