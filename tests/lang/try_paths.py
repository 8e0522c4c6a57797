# try paths: compared with CPython.
def paths(kind):
    log = []
    for i in range(2):
        try:
            log.append("try")
            if kind == "return":
                return log
            if kind == "break":
                break
            if kind == "continue":
                continue
            if kind == "raise":
                raise ValueError(i)
            if kind == "type":
                raise TypeError(i)
        except ValueError as e:
            log.append(f"except {e}")
        else:
            log.append("else")
        finally:
            log.append("finally")
    else:
        log.append("loop-else")
    return log


for kind in ("return", "break", "continue", "raise", "none"):
    print(kind, paths(kind))
try:
    paths("type")
except TypeError as e:
    print("out", e, e.__context__)


def override():
    try:
        return "try"
    finally:
        return "finally"


def swallow():
    for _ in range(1):
        try:
            raise KeyError("lost")
        finally:
            break
    return "swallowed"


def nested():
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            raise ValueError("second")
        finally:
            print("inner finally")
    except ValueError as e:
        print(repr(e), repr(e.__context__), e.__suppress_context__)
    try:
        try:
            raise KeyError(1)
        except KeyError as k:
            raise ValueError(2) from k
    except ValueError as v:
        print(repr(v.__cause__), v.__suppress_context__)
    try:
        raise ValueError(3) from None
    except ValueError as v:
        print(v.__cause__, v.__suppress_context__)


def reraise():
    try:
        try:
            {}["k"]
        except (IndexError, KeyError):
            raise
    except LookupError as e:
        return repr(e)


def value_kept():
    x = 1
    try:
        return x
    finally:
        x = 2


def deep():
    out = []
    for a in range(3):
        try:
            for b in range(3):
                try:
                    if b == 1:
                        continue
                    if a == 1:
                        break
                    out.append((a, b))
                finally:
                    out.append("f")
            else:
                out.append("e")
        finally:
            out.append("g")
    return out


print(override(), swallow(), reraise(), value_kept())
nested()
print(deep())
import sys


def exc_info():
    print(sys.exc_info()[0])
    try:
        raise ValueError
    except ValueError:
        print(sys.exc_info()[0].__name__)
        try:
            raise KeyError
        except KeyError:
            print(sys.exc_info()[0].__name__)
        print(sys.exc_info()[0].__name__)
    print(sys.exc_info()[0])


exc_info()
try:
    raise
except RuntimeError as e:
    print(e)
try:
    raise 1
except TypeError as e:
    print(e)
try:
    raise ValueError from 1
except TypeError as e:
    print(e)
try:
    try:
        1 / 0
    except 5:
        pass
except TypeError as e:
    print(e)


def gen():
    try:
        yield 1
        yield 2
    finally:
        print("closed")


for v in gen():
    print(v)
    break
g = gen()
next(g)
g.close()
try:
    assert 1 == 2, "message"
except AssertionError as e:
    print("AE", e)
try:
    assert []
except AssertionError as e:
    print("AE", e.args)
