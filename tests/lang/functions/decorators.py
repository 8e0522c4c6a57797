# Decorators: with and without arguments, on methods and classes, stacked, stateful, and expressions in decorator position.
import functools
import time


def trace(f=None, *, prefix="", log=[]):
    if f is None:
        return functools.partial(trace, prefix=prefix, log=log)

    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        shown = ", ".join([*map(repr, args), *(f"{k}={v!r}" for k, v in kwargs.items())])
        try:
            result = f(*args, **kwargs)
        except Exception as e:
            log.append(f"{prefix}{f.__name__}({shown}) !! {e!r}")
            raise
        log.append(f"{prefix}{f.__name__}({shown}) -> {result!r}")
        return result
    wrapper.log = log
    return wrapper


@trace
def add(a, b=1): return a + b


@trace(prefix="* ")
def div(a, *, by): return a / by


add(1), add(2, b=3), div(6, by=4)
try:
    div(1, by=0)
except ZeroDivisionError:
    pass
print(add.log, add.__name__, add.__wrapped__(5), div.__kwdefaults__, div.__wrapped__.__code__.co_kwonlyargcount)


class CountCalls:
    def __init__(self, f):
        functools.update_wrapper(self, f)
        self.f, self.n = f, 0

    def __call__(self, *a, **k):
        self.n += 1
        return self.f(*a, **k)

    def __get__(self, obj, cls=None):
        return self if obj is None else functools.partial(self, obj)


@CountCalls
def hello(name="you"):
    "Says hello."
    return f"hello {name}"


class Greeter:
    @CountCalls
    def greet(self, n): return (type(self).__name__, n)


print(hello(), hello("me"), hello.n, hello.__name__, hello.__doc__, Greeter().greet(1), Greeter().greet(2), Greeter.greet.n)


def retry(times, *errors):
    def decorate(f):
        def wrapper(*a):
            for attempt in range(1, times + 1):
                try:
                    return f(*a, attempt)
                except errors as e:
                    last = e
            raise RuntimeError(f"gave up after {times}") from last
        return wrapper
    return decorate


@retry(3, ValueError, KeyError)
def flaky(until, attempt):
    if attempt < until:
        raise (ValueError, KeyError)[attempt % 2](attempt)
    return f"ok at {attempt}"


print(flaky(1), flaky(3))
try:
    flaky(9)
except RuntimeError as e:
    print(e, repr(e.__cause__))


def add_repr(cls):
    cls.__repr__ = lambda self: f"{cls.__name__}({', '.join(f'{k}={v!r}' for k, v in vars(self).items())})"
    return cls


def singleton(cls):
    instance = None

    @functools.wraps(cls, updated=())
    def get(*a):
        nonlocal instance
        if instance is None:
            instance = cls(*a)
        return instance
    return get


@singleton
@add_repr
class Config:
    """Settings."""
    def __init__(self, v): self.v = v


print(Config(1), Config(2) is Config(3), Config.__name__, Config.__doc__, Config.__wrapped__.__name__)
registry = {}
buttons = [lambda f: registry.setdefault("first", f), lambda f: registry.setdefault("second", f)]


@buttons[0]
def one(): return 1


@buttons[1]
@(lambda f: lambda: f() * 10)
def two(): return 2


@(registry.__setitem__ if False else lambda f: f)
def three(): return 3


@print
def printed(): pass


@type
def typed(): pass


print(registry["first"](), registry["second"](), three(), printed, typed)


class Validators:
    rules = {}

    @staticmethod
    def rule(name):
        def register(f):
            Validators.rules[name] = f
            return f
        return register

    @classmethod
    def check(cls, v): return [n for n, f in cls.rules.items() if not f(v)]


@Validators.rule("positive")
def _(v): return v > 0


@Validators.rule("even")
def _(v): return v % 2 == 0


print(Validators.check(3), Validators.check(-4), Validators.check(2))


class Method:
    def logged(f):
        def w(self, *a):
            self.calls.append(f.__name__)
            return f(self, *a)
        return w

    def __init__(self): self.calls = []

    @logged
    def a(self): return self.b(2)

    @logged
    def b(self, n): return n * 2

    @property
    @logged
    def c(self): return "c"

    @staticmethod
    @functools.lru_cache
    def d(n): return n + 1

    @classmethod
    @functools.lru_cache
    def e(cls, n): return cls.__name__ * n

    @functools.singledispatchmethod
    def show(self, v): return "object"

    @show.register
    def _(self, v: int): return "int"

    @show.register(list)
    def _(self, v): return "list"


m = Method()
print(m.a(), m.c, m.calls, m.d(1), Method.d(1), Method.d.cache_info().hits, m.e(2), m.show(1), m.show([]), m.show("s"))


@functools.singledispatch
def describe(v, *a): return f"object {v!r}"


@describe.register
def _(v: int | float, *a): return f"number {v}" 


@describe.register(str)
@describe.register(bytes)
def _(v, *a): return f"text {len(v)} {a}"


@describe.register
def _(v: None): return "none"


print(describe(1), describe(1.5), describe("ab", 1), describe(b"x"), describe(None) if type(None) in describe.registry else "-", describe([]), describe(True), describe.dispatch(bool) is describe.dispatch(int), sorted(t.__name__ for t in describe.registry))


def order(tag, log=[]):
    log.append(f"eval {tag}")
    def deco(f):
        log.append(f"apply {tag}")
        def w(*a):
            log.append(f"call {tag}")
            return f(*a)
        return w
    return deco


@order("outer")
@order("inner")
def target(): order.__defaults__[0].append("body")


target()
print(order.__defaults__[0])


def curry(f):
    n = f.__code__.co_argcount
    def step(*got):
        return f(*got) if len(got) >= n else lambda *more: step(*got, *more)
    return step


@curry
def volume(a, b, c): return a * b * c


print(volume(2)(3)(4), volume(2, 3)(4), volume(2)(3, 4), volume(2, 3, 4))
