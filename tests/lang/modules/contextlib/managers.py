# contextlib: every helper, nesting, suppression, exit stacks and what happens when exits raise.
import contextlib
import io
import sys


def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except BaseException as e:
        print(type(e).__name__, e, "|", repr(e.__context__), "|", repr(e.__cause__))


log = []


@contextlib.contextmanager
def cm(name, swallow=(), fail_exit=False):
    "Doc of cm."
    log.append("enter " + name)
    try:
        yield name.upper()
    except swallow as e:
        log.append(f"{name} swallowed {e!r}")
    finally:
        log.append("exit " + name)
        if fail_exit:
            raise RuntimeError("exit of " + name)


with cm("a") as v:
    log.append(v)
with cm("b", swallow=(ValueError,)):
    raise ValueError("inside")
print(log, cm.__name__, cm.__doc__)
log.clear()


def use(**kw):
    with cm("x", **kw):
        raise KeyError("body")


show(use)
show(use, fail_exit=True)
show(use, swallow=(KeyError,))
print(log)
log.clear()


@contextlib.contextmanager
def no_yield():
    if False:
        yield


@contextlib.contextmanager
def two_yields():
    yield 1
    yield 2


@contextlib.contextmanager
def raises_stop():
    yield
    raise StopIteration("own")


@contextlib.contextmanager
def replaces():
    try:
        yield
    except ValueError as e:
        raise TypeError("replaced") from e


def run(manager, error=None):
    with manager as v:
        if error:
            raise error
        return v


for m, e in ((no_yield, None), (two_yields, None), (two_yields, ValueError("v")), (raises_stop, None), (replaces, ValueError("first")), (replaces, None), (cm, None)):
    show(lambda: run(m("m") if m is cm else m(), e))
show(run, replaces(), StopIteration("stop in body"))
show(run, cm("q"), GeneratorExit())


@cm("deco")
def decorated(x):
    log.append("body")
    return x * 2


log.clear()
print(decorated(4), decorated(5), log, decorated.__name__)


class Both(contextlib.ContextDecorator):
    def __enter__(self):
        log.append("enter both")
        return self

    def __exit__(self, *exc):
        log.append(f"exit both {exc[0]}")
        return exc[0] is ZeroDivisionError


@Both()
def divide(a, b):
    return a / b


log.clear()
print(divide(6, 3), divide(1, 0), log)


class Closer:
    def __init__(self, name):
        self.name = name

    def close(self):
        log.append("closed " + self.name)


log.clear()
with contextlib.closing(Closer("c")) as c:
    log.append(c.name)
with contextlib.suppress(KeyError, IndexError):
    {}["x"]
with contextlib.suppress():
    pass
show(lambda: run(contextlib.suppress(ValueError), TypeError("through")))
with contextlib.nullcontext(5) as n, contextlib.nullcontext() as none:
    print(n, none, log)
out, err = io.StringIO(), io.StringIO()
with contextlib.redirect_stdout(out) as o, contextlib.redirect_stderr(err):
    print("captured")
    print("to err", file=sys.stderr)
    with contextlib.redirect_stdout(err):
        print("nested")
print(repr(out.getvalue()), repr(err.getvalue()), o is out)
log.clear()
with contextlib.ExitStack() as stack:
    names = [stack.enter_context(cm(n)) for n in "ab"]
    stack.callback(log.append, "callback")
    stack.callback(lambda *a, **k: log.append((a, k)), 1, k=2)
    stack.push(lambda *exc: log.append(exc[0]) or True)

    @stack.callback
    def last():
        log.append("last")
    log.append(names)
    raise ValueError("swallowed by push")
print(log)
log.clear()
stack = contextlib.ExitStack()
stack.enter_context(cm("kept"))
moved = stack.pop_all()
stack.close()
print(log)
moved.close()
print(log)


class Raises:
    def __init__(self, e):
        self.e = e

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        log.append(repr(exc[1]))
        raise self.e


def stacked():
    with contextlib.ExitStack() as s:
        s.enter_context(Raises(TypeError("outer exit")))
        s.enter_context(Raises(KeyError("inner exit")))
        raise ValueError("body")


log.clear()
show(stacked)
print(log)
for bad in (lambda: contextlib.ExitStack().enter_context(5), lambda: contextlib.ExitStack().push(5), lambda: contextlib.ExitStack().callback(), lambda: run(5)):
    show(bad)


class Abstract(contextlib.AbstractContextManager):
    def __exit__(self, *a):
        return None


print(Abstract().__enter__().__class__.__name__, issubclass(Both, contextlib.AbstractContextManager), isinstance(contextlib.nullcontext(), contextlib.AbstractContextManager), issubclass(int, contextlib.AbstractContextManager))
show(contextlib.AbstractContextManager)
import os
before = os.getcwd()
above = os.path.dirname(before)               # a folder that every target opens
with contextlib.chdir(above):
    print(os.getcwd() == above)
print(os.getcwd() == before)
r = contextlib.suppress(ValueError)
with r:
    with r:
        raise ValueError
    print("reentrant")
g = cm("single")
with g:
    pass
show(run, g)
with contextlib.suppress(ExceptionGroup):
    raise ExceptionGroup("g", [ValueError(1)])
print("done")
