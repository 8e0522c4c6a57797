# try/except/else/finally: every way out of every block, and which one wins.
log = []


def run(f, *a):
    log.clear()
    try:
        r = f(*a)
    except BaseException as e:
        r = f"{type(e).__name__}({e}) ctx={e.__context__!r}"
    print(f.__name__, a, "->", r, log)


def all_paths(how):
    try:
        log.append("try")
        if how == "raise": raise ValueError("v")
        if how == "other": raise KeyError("k")
        if how == "return": return "from try"
    except ValueError as e:
        log.append("except")
        return "from except"
    else:
        log.append("else")
        return "from else"
    finally:
        log.append("finally")
    return "end"


for how in ("none", "raise", "other", "return"):
    run(all_paths, how)


def finally_return(how):
    try:
        if how == "raise": raise ValueError
        return "try"
    finally:
        return "finally wins"


def finally_break(how):
    for i in range(3):
        try:
            if how == "raise": raise ValueError
            if how == "return": return "lost"
            if how == "continue": continue
        finally:
            log.append(i)
            break
    return "after loop"


def finally_continue(how):
    for i in range(3):
        try:
            if how == "raise": raise ValueError
            if how == "return": return "lost"
            if how == "break": break
        finally:
            log.append(i)
            continue
    else:
        log.append("loop else")
    return "after"


def finally_raise(how):
    try:
        if how == "raise": raise ValueError("first")
        return "lost"
    finally:
        raise KeyError("second")


for how in ("none", "raise", "return", "continue", "break"):
    run(finally_return, how)
    run(finally_break, how)
    run(finally_continue, how)
    run(finally_raise, how)


def nested(a, b, c):
    try:
        try:
            try:
                if a: raise ValueError("a")
            finally:
                log.append("f1")
                if b: raise KeyError("b")
        except KeyError as e:
            log.append(("caught", repr(e.__context__)))
            if c: raise
        finally:
            log.append("f2")
    finally:
        log.append("f3")
    return "ok"


for bits in range(8):
    run(nested, bits & 1, bits & 2, bits & 4)


def loop_through():
    for i in range(5):
        try:
            try:
                if i == 1: continue
                if i == 3: break
                log.append(i)
            finally:
                log.append(f"in{i}")
        finally:
            log.append(f"out{i}")
    else:
        log.append("else")
    while True:
        try:
            return "returned"
        finally:
            log.append("last")


run(loop_through)


def value_computed_before():
    x = 1
    try:
        return x
    finally:
        x = 2
        log.append(x)


run(value_computed_before)


def mutated():
    x = []
    try:
        return x
    finally:
        x.append("added")


run(mutated)


def except_in_order(e):
    try:
        raise e
    except (KeyError, IndexError): return "pair"
    except LookupError: return "lookup"
    except (ArithmeticError, (TypeError, ValueError)): return "never nested?"
    except Exception: return "exception"
    except: return "bare"


for e in (KeyError(), IndexError(), LookupError(), ZeroDivisionError(), OSError(), KeyboardInterrupt(), SystemExit(), GeneratorExit()):
    run(except_in_order, e)


def bad_clause(kind):
    try:
        raise ValueError("orig")
    except kind:
        return "matched"


for kind in (ValueError, Exception, (int, ValueError), "str", 5, None, int, [ValueError], ()):
    run(bad_clause, kind)


def clause_evaluated():
    def kind(k):
        log.append(k.__name__)
        return k
    try:
        raise ValueError
    except kind(KeyError): pass
    except kind(ValueError): log.append("hit")
    except kind(OSError): pass


run(clause_evaluated)


def else_raises():
    try:
        pass
    except ValueError:
        return "not caught here"
    else:
        raise ValueError("from else")
    finally:
        log.append("fin")


run(else_raises)


def name_unbound():
    try:
        raise ValueError("x")
    except ValueError as e:
        kept = e
    try:
        return e
    except UnboundLocalError as err:
        return str(err), repr(kept), kept.__traceback__ is not None


run(name_unbound)


def name_deleted():
    e = 1
    try:
        raise ValueError
    except ValueError as e:
        del e
    try:
        return e
    except UnboundLocalError:
        return "gone"


run(name_deleted)


def retry():
    tries = 0
    while True:
        tries += 1
        try:
            if tries < 4:
                raise ConnectionError(tries)
        except ConnectionError as e:
            log.append(e.args[0])
            continue
        else:
            break
        finally:
            log.append("f")
    return tries


run(retry)


def gen_finally():
    try:
        yield 1
        return "rv"
    finally:
        log.append("gf")
        yield "in finally"


run(lambda: list(gen_finally()))


def reraise_variants(n):
    try:
        try:
            raise KeyError("inner")
        except KeyError as e:
            if n == 0: raise
            if n == 1: raise e
            if n == 2: raise ValueError("new")
            if n == 3: raise ValueError("new") from e
            if n == 4: raise ValueError("new") from None
            if n == 5: raise ValueError
            if n == 6: raise ValueError from OSError
            if n == 7: raise ValueError("c") from 5
            if n == 8: raise 5
            if n == 9: raise int
            if n == 10: raise None
    except BaseException as e:
        return f"{e!r} cause={e.__cause__!r} ctx={e.__context__!r} sup={e.__suppress_context__}"


for n in range(11):
    run(reraise_variants, n)


def no_active():
    raise


run(no_active)
