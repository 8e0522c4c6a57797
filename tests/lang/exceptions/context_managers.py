# with: order, suppression, failures of every step, ExitStack, contextmanager, and what __exit__ gets.
import contextlib

log = []


class CM:
    def __init__(self, name, **how): self.name, self.how = name, how

    def __enter__(self):
        log.append("+" + self.name)
        if "enter" in self.how: raise self.how["enter"]
        return self.how.get("value", self)

    def __exit__(self, t, v, tb):
        log.append(f"-{self.name}:{t.__name__ if t else None}:{v!r}:{tb is not None}")
        if "exit" in self.how: raise self.how["exit"]
        return self.how.get("result")


def run(label, f):
    log.clear()
    try:
        r = f()
    except BaseException as e:
        r = f"{e!r} ctx={e.__context__!r}"
    print(label, r, log)


def simple(exc=None, **how):
    def f():
        with CM("a", **how) as a:
            if exc: raise exc
            return type(a).__name__
        return "suppressed"
    return f


run("plain", simple())
run("error", simple(ValueError(1)))
run("suppress", simple(ValueError(1), result=True))
run("truthy", simple(ValueError(1), result=[0]))
run("falsy", simple(ValueError(1), result=0))
run("enter", simple(enter=KeyError("e")))
run("exit", simple(exit=KeyError("x")))
run("both", simple(ValueError(1), exit=KeyError("x")))
run("same", simple(ValueError(1), value=5))


def several():
    with CM("a", result=True) as a, CM("b") as b, CM("c", exit=KeyError("c")):
        log.append("body")
        raise ValueError("v")
    return "fell out"


run("several", several)


def second_enter_fails():
    with CM("a", result=True), CM("b", enter=OSError("b")), CM("c"):
        log.append("never")
    return "suppressed by a"


run("second", second_enter_fails)


def parenthesized():
    with (CM("a", value=(1, [2, 3])) as (x, [y, z]), CM("b", value={"k": 1}) as d["d"], CM("c", value="c") as o.attr,):
        return x, y, z, d, o.attr


d = {}
o = lambda: 0
run("targets", parenthesized)


def target_fails():
    with CM("a", value=5) as (x, y):
        log.append("never")


run("target", target_fails)


def leave(how):
    def f():
        for i in range(3):
            with CM(f"l{i}"):
                if how == "break": break
                if how == "continue": continue
                if how == "return": return i
                log.append("body")
        return "end"
    return f


for how in ("break", "continue", "return", "no"):
    run(how, leave(how))


class BadBool:
    def __bool__(self): raise RuntimeError("bool")


run("badbool", simple(ValueError(1), result=BadBool()))
run("noboolcall", simple(None, result=BadBool()))


class NoExit:
    def __enter__(self): log.append("entered")


class NoEnter:
    def __exit__(self, *a): pass


class OnInstance:
    pass


inst = OnInstance()
inst.__enter__ = inst.__exit__ = lambda *a: None
for bad in (NoExit(), NoEnter(), inst, 5, None, CM):
    def f():
        with bad: pass
    run(type(bad).__name__, f)


class Static:
    @staticmethod
    def __enter__(): return "static"

    @classmethod
    def __exit__(cls, *a): log.append((cls.__name__, len(a)))


def f():
    with Static() as s:
        return s


run("static", f)


@contextlib.contextmanager
def gen(name, swallow=()):
    log.append("setup " + name)
    try:
        yield name.upper()
    except swallow as e:
        log.append(f"swallowed {e!r}")
    else:
        log.append("clean")
    finally:
        log.append("teardown " + name)


def use(exc, *swallow):
    def f():
        with gen("g", swallow) as g:
            log.append(g)
            if exc: raise exc
        return "after"
    return f


run("gen", use(None))
run("gen err", use(ValueError(1)))
run("gen swallow", use(ValueError(1), ValueError))
run("gen stop", use(StopIteration("s")))
run("gen rt", use(RuntimeError("r")))


@gen("decorator")
def decorated(x):
    log.append("in")
    return x * 2


run("decorated", lambda: (decorated(2), decorated(3)))


def stack():
    with contextlib.ExitStack() as s:
        s.enter_context(CM("1"))
        s.push(CM("2", result=True))
        s.push(lambda *a: log.append(("pushed", a[0] and a[0].__name__)))
        s.callback(log.append, "callback")
        raise ValueError("in stack")
    return "done"


run("stack", stack)


def stack2():
    with contextlib.ExitStack() as s:
        s.enter_context(CM("1", exit=KeyError("k")))
        s.enter_context(CM("2", exit=OSError("o")))
        raise ValueError("v")


run("stack2", stack2)
run("suppress", lambda: contextlib.suppress(KeyError).__enter__())


def closing():
    class R:
        def close(self): log.append("closed")
    with contextlib.closing(R()) as r, contextlib.suppress(ZeroDivisionError):
        1 / 0
    return type(r).__name__


run("closing", closing)


class Reent(contextlib.ContextDecorator):
    def __enter__(self): log.append("dec enter"); return self
    def __exit__(self, *a): log.append("dec exit"); return True


@Reent()
def dec(): raise ValueError


run("decorator", dec)


class Abs(contextlib.AbstractContextManager):
    def __exit__(self, *a): log.append("abs")


def f():
    with Abs() as a:
        return type(a).__name__


run("abstract", f)


def nested_exception_context():
    try:
        with CM("o"):
            try:
                raise ValueError("inner")
            finally:
                raise KeyError("outer")
    except KeyError as e:
        return repr(e.__context__)


run("ctx", nested_exception_context)
