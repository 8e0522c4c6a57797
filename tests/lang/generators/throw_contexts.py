# What is thrown into a generator is chained to what the generator handles, not to what its caller handles.
def g(exc):
    try:
        yield
    finally:
        raise exc
e1, e2, e3, e0 = Exception(1), Exception(2), Exception(3), Exception(0)
e2.__context__ = e0
try:
    raise e1
except Exception:
    it = g(e3)
    next(it)
    try:
        it.throw(e2)
    except Exception as e:
        print(repr(e), repr(e.__context__), repr(e.__context__.__context__))
    def h():
        yield
    it = h()
    next(it)
    e2.__context__ = e0
    try:
        it.throw(e2)
    except Exception as e:
        print(repr(e), repr(e.__context__))
    it = h()
    e2.__context__ = None
    try:
        it.throw(e2)
    except Exception as e:
        print(repr(e), repr(e.__context__))


# Thrown in before the first step: the frame stands at its definition.
def waiting():
    yield 1


def delegating():
    yield from waiting()


for thrown in (StopIteration("x"), ValueError(2), GeneratorExit()):
    for make in (waiting, delegating):
        it = make()
        try:
            it.throw(thrown)
        except BaseException as e:
            tb, lines = e.__traceback__, []
            while tb:
                lines.append((tb.tb_frame.f_code.co_name, tb.tb_lineno - tb.tb_frame.f_code.co_firstlineno if tb.tb_frame.f_code.co_name != "<module>" else None))
                tb = tb.tb_next
            print(repr(e), repr(e.__cause__), lines, next(it, "over"))
