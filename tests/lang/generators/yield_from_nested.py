"""yield from generators that delegate further: values, sending, throwing, closing, and who is seen running."""
import sys
import traceback


def walk(depth):
    if depth:
        yield from walk(depth - 1)
        yield depth
        yield from walk(depth - 1)


print(list(walk(5)))


def leaf(name):
    got = []
    try:
        while True:
            sent = yield f"{name}{len(got)}"
            got.append(sent)
            if sent == "stop":
                return got
            if sent == "raise":
                raise KeyError(name)
    except ZeroDivisionError as error:
        got.append(repr(error))
        yield "caught"
        return got
    finally:
        print("finally", name)


def middle(name):
    try:
        first = yield from leaf(name + "a")
        print("middle got", first)
        second = yield from leaf(name + "b")
        return first, second
    except KeyError as error:
        print("middle caught", error, error.__context__)
        yield "recovered"
        return "after KeyError"


def top(name):
    result = yield from middle(name)
    print("top got", result)
    return "done"


def drive(generator, *inputs):
    for item in inputs:
        try:
            if isinstance(item, BaseException):
                print("->", generator.throw(item))
            else:
                print("->", generator.send(item))
        except StopIteration as stop:
            print("stopped with", stop.value)
        except Exception as error:
            print(type(error).__name__, error)


drive(top("p"), None, 1, None, "stop", None, 2, "stop", None)
drive(top("q"), None, None, "raise", None, None)
drive(top("r"), None, 1, ZeroDivisionError("z"), None, None, "raise", None)
drive(top("s"), None, None, ValueError("not caught"), None)
g = top("t")
print(next(g), next(g), g.gi_yieldfrom.__name__, g.gi_yieldfrom.gi_yieldfrom.__name__, g.gi_running)
g.close()
print(g.gi_frame, list(g))
g = top("u")
next(g), next(g)
del g


def stack():
    frame, names = sys._getframe(1), []
    while frame and frame.f_code.co_name != "<module>":
        names.append(f"{frame.f_code.co_name}:{frame.f_lineno}")
        frame = frame.f_back
    return names


def inner():
    yield stack()
    yield stack()
    raise RuntimeError("from within")


def outer():
    yield stack()
    yield from inner()


def outermost():
    yield from outer()


def consume():
    seen = []
    try:
        for names in outermost():
            seen.append(names)
    except RuntimeError:
        print(traceback.format_exc())
    return seen


print(consume())


def handling():
    try:
        raise ValueError("outside")
    except ValueError:
        yield from within()
        print(sys.exc_info()[1])
        yield "end"


def within():
    print(sys.exc_info()[1])
    yield 1
    print(sys.exc_info()[1])
    try:
        raise KeyError("inside")
    except KeyError:
        yield 2
        print(sys.exc_info()[1])
        try:
            raise IndexError("chained")
        except IndexError as error:
            print(repr(error.__context__), repr(error.__context__.__context__))
    yield 3
    print(sys.exc_info()[1])


for item in handling():
    print(item, sys.exc_info()[1])


def again():
    yield 1
    yield from me


me = again()
next(me)
try:
    next(me)
except ValueError as error:
    print(error)


def twice(shared):
    yield from shared


shared = walk(3)
a, b = twice(shared), twice(shared)
print([next(a), next(b), next(a), next(b)], list(a), list(b))


def stops():
    yield 1
    raise StopIteration("early")


def around():
    try:
        yield from stops()
    except RuntimeError as error:
        print(error, repr(error.__cause__))
        yield "converted"


print(list(around()))


def deep(n):
    if n:
        yield from deep(n - 1)
    yield n


print(sum(deep(300)))


def mixed(n):
    yield from range(n)
    result = yield from iter([n])
    return result


def over():
    print((yield from mixed(3)))


print(list(over()))
