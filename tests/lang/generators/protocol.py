# Generators: send, throw in all forms, close, return values, attributes and the errors of misuse.
def show(act):
    try:
        print(act())
    except BaseException as e:
        print(type(e).__name__, e, repr(e.__cause__), repr(e.__context__))


def echo():
    got = None
    while True:
        try:
            got = yield ("got", got)
        except KeyError as e:
            got = ("caught", repr(e))
        except GeneratorExit:
            print("closing")
            return


g = echo()
print(next(g), g.send(1), g.throw(KeyError), g.throw(KeyError("x")), g.throw(KeyError, "y"), g.throw(KeyError, KeyError("z")), next(g))
print(g.close(), g.close())
show(lambda: next(g))
show(lambda: g.send(1))
show(lambda: g.throw(ValueError("dead")))
fresh = echo()
show(lambda: fresh.send(5))
print(fresh.send(None))
show(lambda: fresh.throw(TypeError("through")))
show(lambda: next(fresh))
for bad in (5, "s", None, int):
    h = echo()
    next(h)
    show(lambda: h.throw(bad))
h = echo()
next(h)
show(lambda: h.throw(ValueError, "m", 5))
show(lambda: h.throw(ValueError("a"), "b"))
show(lambda: h.throw())


def returns():
    x = yield 1
    return x


g = returns()
next(g)
show(lambda: g.send("sent"))
g = returns()
next(g)
show(lambda: next(g))


def attributes():
    me = yield
    print(me.gi_running, me.gi_frame is not None, me.gi_suspended)
    show(lambda: next(me))
    show(lambda: me.close())
    yield "end"


g = attributes()
print(g.gi_running, g.gi_suspended, g.gi_code.co_name, g.gi_yieldfrom, g.__name__, g.__qualname__, type(g).__name__)
next(g)
print(g.gi_suspended, g.send(g))
list(g)
print(g.gi_frame, g.gi_suspended, g.gi_running, repr(g).split(" at ")[0])
g.__name__ = "other"
print(repr(g).split(" at ")[0], g.__name__)
show(lambda: setattr(g, "__name__", 5))
show(lambda: setattr(g, "gi_frame", 5))


def ignores_close():
    while True:
        try:
            yield 1
        except GeneratorExit:
            yield "ignored"


g = ignores_close()
next(g)
show(g.close)


def raises_in_close():
    try:
        yield
    finally:
        raise ValueError("from finally")


g = raises_in_close()
next(g)
show(g.close)
unstarted = raises_in_close()
print(unstarted.close())
show(lambda: next(unstarted))


def leaks():
    yield 1
    next(iter([]))


show(lambda: list(leaks()))


def stop_raised():
    raise StopIteration("inner")
    yield


show(lambda: next(stop_raised()))
g = echo()
next(g)
show(lambda: g.throw(StopIteration("thrown")))


def context():
    try:
        raise KeyError("first")
    except KeyError:
        yield 1
        raise ValueError("second")


g = context()
next(g)
show(lambda: next(g))


def exc_state():
    import sys
    yield sys.exc_info()[0]
    try:
        raise KeyError
    except KeyError:
        yield sys.exc_info()[0].__name__
    yield sys.exc_info()[0]


g = exc_state()
try:
    raise ValueError
except ValueError:
    print(next(g), next(g), next(g))
g2 = exc_state()
print(next(g2))
try:
    raise OSError
except OSError:
    print(next(g2))
print(next(g2))


def lazy_args(n, log):
    log.append("start")
    for i in range(n):
        yield i


log = []
g = lazy_args(2, log)
print(log, list(g), log)
show(lambda: lazy_args())
gg = (x for x in [1, 2, 3])
print(gg.__name__, gg.__qualname__, gg.gi_code.co_name, next(gg), gg.close(), list(gg))
show(lambda: (x for x in 5))
show(lambda: len(gg))
show(lambda: gg[0])
show(lambda: gg + gg)
print(iter(gg) is gg, hasattr(gg, "__len__"), gg == gg, bool(gg))
a, *b = (i * i for i in range(4))
print(a, b, sum(i for i in range(5)), "-".join(str(i) for i in range(3)), max((i % 3, i) for i in range(7)))
