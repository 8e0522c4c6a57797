# Exception classes of one's own: fields, str, equality, pickling of args, multiple inheritance, wrapping and conversion.
class AppError(Exception):
    code = 500
    def __init__(self, message="", *, code=None, **details):
        super().__init__(message)
        self.details = details
        if code: self.code = code
    def __str__(self):
        extra = ", ".join(f"{k}={v!r}" for k, v in sorted(self.details.items()))
        return f"[{self.code}] {self.args[0]}" + (f" ({extra})" if extra else "")


class NotFound(AppError, LookupError): code = 404
class Invalid(AppError, ValueError): code = 400
class Wrapped(AppError):
    @classmethod
    def wrap(cls, e): 
        w = cls(f"{type(e).__name__}: {e}")
        w.__cause__ = e
        return w.with_traceback(e.__traceback__)


for e in (AppError(), AppError("m"), NotFound("nf", id=3), Invalid("bad", code=422, field="x", why=None)):
    try:
        raise e
    except LookupError as err: print("lookup", err, repr(err), err.code)
    except ValueError as err: print("value", err, err.details, isinstance(err, AppError))
    except AppError as err: print("app", err, err.args)


def convert(f, *a):
    try:
        return f(*a)
    except (ZeroDivisionError, KeyError) as e:
        raise Wrapped.wrap(e)
    except AppError:
        raise
    except Exception as e:
        raise AppError("unexpected", kind=type(e).__name__) from e
    else:
        return "never"


def nf(): raise NotFound("x")


for f, *a in ((lambda: 1 / 0,), ({}.__getitem__, "k"), (int, "x"), (nf,), (len, "abc")):
    try:
        print(convert(f, *a))
    except AppError as e:
        print(type(e).__name__, e, "| cause", repr(e.__cause__), "| context", repr(e.__context__))


class Collect:
    def __init__(self): self.errors = []
    def __enter__(self): return self
    def __exit__(self, t, v, tb):
        if v is not None and isinstance(v, Exception):
            self.errors.append(v)
            return True
    def run(self, *fs):
        for f in fs:
            with self: f()
        if self.errors: raise ExceptionGroup("collected", self.errors)


try:
    Collect().run(lambda: 1 / 0, lambda: None, lambda: [][0], nf)
except* LookupError as g:
    print("lookups", [repr(e) for e in g.exceptions])
except* ArithmeticError as g:
    print("arithmetic", [repr(e) for e in g.exceptions])


class Eq(Exception):
    def __eq__(self, o): return isinstance(o, Eq) and self.args == o.args
    def __hash__(self): return hash(self.args)
    def __bool__(self): return False


print(Eq(1) == Eq(1), len({Eq(1), Eq(1), Eq(2)}), bool(Eq(1)))
try:
    raise Eq("falsy")
except Eq as e:
    print("caught falsy", e.args)


class Lazy(Exception):
    def __init__(self, f): self.f = f
    def __str__(self): return str(self.f())
    def __reduce__(self): return Lazy, (self.f,)


print(Lazy(lambda: 42), repr(Lazy(5)), Lazy(5).args)


class Slotted(ValueError):
    __slots__ = ("pos",)
    def __init__(self, m, pos): super().__init__(m); self.pos = pos


s = Slotted("m", 3)
s.extra = 1
print(s.pos, s.extra, s.args, s.__dict__)
for bad in (lambda: type("X", (Exception, int), {}), lambda: type("Y", (KeyError, OSError), {}), lambda: type("Z", (AppError, KeyError), {})):
    try:
        print(bad().__mro__[1].__name__)
    except TypeError as e:
        print(e)


def nested(n):
    try:
        if n: nested(n - 1)
        else: raise ValueError("deepest")
    except Exception as e:
        raise AppError(f"level {n}") from (e if n % 2 else None)


try:
    nested(3)
except AppError as e:
    while e:
        print(e, "->", end=" ")
        e = e.__cause__ or (None if e.__suppress_context__ else e.__context__)
    print("end")
class Meta(type):
    def __instancecheck__(cls, o): return True
    def __subclasscheck__(cls, o): return True
class Catch(Exception, metaclass=Meta): pass
try:
    try: raise KeyError("real match only")
    except Catch: print("never: instancecheck is not asked")
except KeyError as e:
    print(repr(e), isinstance(e, Catch))
