# generators all: compared with CPython.
def count(n):
    i = 0
    while i < n:
        got = yield i
        if got:
            i = got
        i += 1
    return "done"


g = count(5)
print(next(g), g.send(None), g.send(3))
try:
    g.send(None)
except StopIteration as e:
    print("stop", e.value)


def delegate():
    r = yield from count(2)
    print("got", r)
    r = yield from [10, 20]
    print("list", r)
    return 5


print(list(delegate()))


def catcher():
    while True:
        try:
            x = yield
            print("x", x)
        except ValueError as e:
            print("caught", e)
        except GeneratorExit:
            print("exit")
            raise


c = catcher()
next(c)
c.send(1)
c.throw(ValueError("boo"))
c.send(2)
c.close()


def inner():
    try:
        yield 1
        yield 2
    except KeyError:
        yield "key"
    finally:
        print("inner done")


def outer():
    yield from inner()
    yield "after"


o = outer()
print(next(o), o.throw(KeyError()), next(o))


def bad():
    yield 1
    raise StopIteration("inside")


try:
    list(bad())
except RuntimeError as e:
    print(e, repr(e.__cause__))


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


f = fib()
print([next(f) for _ in range(10)], sum(x for x in (1, 2, 3) if x > 1))


def closure(n):
    def g():
        nonlocal n
        while n:
            n -= 1
            yield n
    return g


print(list(closure(3)()))
print(list((x, y) for x in range(3) for y in range(x) if (x + y) % 2))


def with_return():
    return 1
    yield


print(list(with_return()))
gen = (i for i in range(2))
print(next(gen), next(gen), next(gen, "default"))


def tree(t):
    if t:
        l, v, r = t
        yield from tree(l)
        yield v
        yield from tree(r)


print(list(tree(((None, 1, None), 2, (None, 3, (None, 4, None))))))


def echo():
    r = yield
    while True:
        r = yield r * 2


e = echo()
next(e)
print([e.send(i) for i in range(4)])
try:
    g2 = count(1)
    g2.send(5)
except TypeError as e:
    print(e)


def selfref():
    yield next(me)


me = selfref()
try:
    next(me)
except ValueError as e:
    print(e)
lam = lambda: (yield 5)
print(list(lam()))
