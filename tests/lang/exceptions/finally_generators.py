# finally, with and except inside generators and loops: what runs when, for each way the generator ends.
log = []


def flush(label):
    print(f"{label}: {log}")
    log.clear()


class CM:
    def __init__(self, n, swallow=False): self.n, self.swallow = n, swallow
    def __enter__(self): log.append(f"+{self.n}"); return self
    def __exit__(self, t, v, tb): log.append(f"-{self.n}:{t.__name__ if t else None}"); return self.swallow


def g(swallow=False):
    with CM("outer"):
        try:
            with CM("inner", swallow):
                log.append((yield "one"))
                log.append((yield "two"))
            log.append("after inner")
            yield "three"
        except ValueError as e:
            log.append(f"ValueError {e}")
            yield "handled"
        except GeneratorExit:
            log.append("GeneratorExit seen")
            raise
        else:
            log.append("else")
        finally:
            log.append("finally")
    return "result"


def drive(gen, *actions):
    out = []
    for a in actions:
        try:
            if a is next: out.append(next(gen))
            elif isinstance(a, BaseException): out.append(gen.throw(a))
            elif a == "close": out.append(gen.close())
            else: out.append(gen.send(a))
        except StopIteration as e: out.append(("stop", e.value))
        except BaseException as e: out.append(repr(e))
    return out


print(drive(g(), next, "s1", "s2", next, next)); flush("normal")
print(drive(g(), next, ValueError("v"), next, next)); flush("throw value")
print(drive(g(), next, KeyError("k"), next)); flush("throw key")
print(drive(g(True), next, KeyError("k"), next, next)); flush("swallowed")
print(drive(g(), next, "close", next)); flush("close early")
print(drive(g(), next, "a", "b", "close")); flush("close late")
print(drive(g(), "close", next)); flush("close unstarted")
print(drive(g(), ValueError("before start"), next)); flush("throw unstarted")
print(drive(g(), next, StopIteration("s"), next)); flush("throw stop")
print(drive(g(), next, GeneratorExit(), next)); flush("throw exit")


def loop():
    for i in range(3):
        try:
            got = yield i
            if got == "break": break
            if got == "continue": continue
            if got == "return": return "early"
            log.append(f"got {got}")
        except KeyError:
            log.append("KeyError in loop")
        else:
            log.append("else")
        finally:
            log.append(f"finally {i}")
    else:
        log.append("loop else")
    return "end"


for actions in ((next, "x", "y", "z"), (next, "break"), (next, "continue", "return"), (next, KeyError(), KeyError(), KeyError()), (next, OSError("o")), (next, next, "close")):
    print(drive(loop(), *actions)); flush("loop")


def cleanup_yields():
    try:
        yield 1
    finally:
        yield "from finally"
        log.append("resumed finally")


print(drive(cleanup_yields(), next, next, next), drive(cleanup_yields(), next, ValueError("v"), next)); flush("yield in finally")


def delegating():
    try:
        r = yield from loop()
        log.append(f"r={r}")
    except OSError as e:
        log.append(f"outer OSError {e}")
        yield "recovered"
    finally:
        log.append("outer finally")


print(drive(delegating(), next, "return", next)); flush("delegate return")
print(drive(delegating(), next, OSError("e"), next)); flush("delegate throw")
print(drive(delegating(), next, next, "close")); flush("delegate close")


def reraise():
    try:
        yield
    except ValueError as e:
        try:
            yield "in handler"
            raise
        finally:
            log.append(repr(e))


print(drive(reraise(), next, ValueError("orig"), next)); flush("reraise")


def context():
    try:
        raise KeyError("first")
    except KeyError:
        try:
            yield "suspended in handler"
        except ValueError as v:
            log.append(repr(v.__context__))
            raise TypeError("third") from v


c = context()
next(c)
try:
    raise OSError("outside")
except OSError:
    try:
        c.throw(ValueError("second"))
    except TypeError as e:
        log.append((repr(e.__cause__), repr(e.__context__)))
flush("context")


def return_in_finally():
    try:
        yield 1
        raise ValueError("lost")
    finally:
        return "kept"


print(drive(return_in_finally(), next, next), drive(return_in_finally(), next, KeyError("lost too"))); flush("return in finally")
