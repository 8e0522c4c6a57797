# ExceptionGroup: split, subgroup, derive, nesting, metadata; except* in loops, functions and with finally.
def shape(e):
    if isinstance(e, BaseExceptionGroup):
        return [e.message, *map(shape, e.exceptions)]
    return repr(e)


def show(act):
    try:
        print(act())
    except BaseException as e:
        print(type(e).__name__, shape(e) if isinstance(e, BaseExceptionGroup) else e)


g = ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [TypeError(2), ValueError(3), OSError(4)]), KeyError(5)])
print(shape(g), g.message, len(g.exceptions), g.args[0], str(g), repr(g))
for cond in (ValueError, (TypeError, KeyError), Exception, ZeroDivisionError, lambda e: isinstance(e, OSError), lambda e: False, ExceptionGroup):
    m, r = g.split(cond)
    print(m and shape(m), "|", r and shape(r), "|", (s := g.subgroup(cond)) and shape(s))
show(lambda: g.split(5))
show(lambda: g.split((ValueError, 5)))
show(lambda: g.subgroup("x"))
show(lambda: ExceptionGroup("m"))
show(lambda: ExceptionGroup("m", []))
show(lambda: ExceptionGroup("m", 5))
show(lambda: ExceptionGroup("m", [1, 2]))
show(lambda: ExceptionGroup("m", [ValueError, KeyError()]))
show(lambda: ExceptionGroup("m", [GeneratorExit()]))
show(lambda: setattr(g, "message", 1))
show(lambda: setattr(g, "exceptions", ()))
print(type(BaseExceptionGroup("m", [KeyError()])).__name__, type(BaseExceptionGroup("m", (KeyboardInterrupt(), KeyError()))).__name__)


class EG(ExceptionGroup):
    def __new__(cls, msg, excs, code):
        o = super().__new__(cls, msg, excs)
        o.code = code
        return o

    def derive(self, excs): return EG(self.message, excs, self.code)


eg = EG("eg", [ValueError(1), KeyError(2)], 77)
eg.add_note("noted")
m, r = eg.split(ValueError)
print(type(m).__name__, m.code, r.code, m.__notes__, r.__notes__)


class Plain(ExceptionGroup): pass


m, r = Plain("p", [ValueError(1), KeyError(2)]).split(ValueError)
print(type(m).__name__, type(r).__name__)
g.add_note("note")
try:
    try:
        raise KeyError("ctx")
    except KeyError as k:
        raise g from k
except ExceptionGroup as caught:
    m, r = caught.split(ValueError)
    print(repr(m.__cause__), repr(m.__context__), m.__notes__, m.__traceback__ is caught.__traceback__)


def star(exc, *, rer=None):
    out = []
    try:
        try:
            raise exc
        except* ValueError as e:
            out.append(("V", shape(e)))
            if rer == "bare": raise
            if rer == "new": raise RuntimeError("new")
            if rer == "from": raise RuntimeError("new") from e
            if rer == "same": raise e
        except* (TypeError, OSError) as e:
            out.append(("TO", shape(e)))
            if rer == "second": raise KeyError("second")
        else:
            out.append("else")
        finally:
            out.append("finally")
    except BaseException as e:
        out.append(("left", type(e).__name__, shape(e), repr(e.__context__ and shape(e.__context__)), repr(e.__cause__ and shape(e.__cause__))))
    return out


for rer in (None, "bare", "new", "from", "same", "second"):
    print(rer, star(g, rer=rer))
print(star(ValueError("naked")), star(KeyError("naked")), star(ValueError("n"), rer="bare"), star(ExceptionGroup("o", [OSError(1)])))
print(star(BaseExceptionGroup("b", [KeyboardInterrupt(), ValueError(1)])))


def loop():
    seen = []
    for i in range(4):
        try:
            if i % 2:
                raise ExceptionGroup(str(i), [ValueError(i), TypeError(i)])
        except* ValueError as e:
            seen.append(shape(e))
        except* TypeError:
            seen.append(i)
        else:
            seen.append("clean")
    return seen


print(loop())
try:
    try:
        raise ExceptionGroup("x", [ValueError(1)])
    except* ExceptionGroup:
        pass
except TypeError as e:
    print(e)
try:
    try:
        raise ValueError(1)
    except* 5:
        pass
except TypeError as e:
    print(e)
try:
    try:
        raise ValueError
    except* ():
        pass
except ValueError as e:
    print("unmatched", repr(e))
try:
    raise ExceptionGroup("outer", [ExceptionGroup("a", [ValueError(1)]), ExceptionGroup("b", [ValueError(2), TypeError(3)])])
except* TypeError as e:
    print(shape(e))
except* ValueError as e:
    print(shape(e))
try:
    e
except NameError as n:
    print(n)
try:
    try:
        raise ExceptionGroup("nested try", [ValueError(1), KeyError(2)])
    except* KeyError:
        try:
            raise ExceptionGroup("inner", [IndexError(3)])
        except* IndexError as i:
            print("inner", shape(i), shape(i.__context__) if i.__context__ else None)
except ExceptionGroup as rest:
    print("rest", shape(rest))
