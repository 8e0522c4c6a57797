# What except* handlers raise again, and what comes of it.
import traceback
def t(f):
    try: f()
    except BaseException as e:
        def show(e, d=0):
            print("  "*d, type(e).__name__, e.args[0] if e.args else "", "ctx", repr(e.__context__), "cause", repr(e.__cause__))
            if isinstance(e, BaseExceptionGroup):
                for x in e.exceptions: show(x, d+1)
        show(e)
def a():
    try: raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError as e: raise e
def b():
    try: raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError as e: raise
def c():
    try: raise ExceptionGroup("g", [ValueError(1)])
    except* ValueError as e: raise e
def d():
    try: raise ValueError(1)
    except* ValueError as e: raise e
def e():
    try: raise ValueError(1)
    except* ValueError as e: raise e.exceptions[0]
def f():
    try: raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError as e: raise e.exceptions[0] from None
    except* TypeError as e: raise KeyError(3)
def g():
    try: raise ExceptionGroup("g", [ValueError(1), TypeError(2), OSError(3)])
    except* ValueError as e: raise e
    except* TypeError as e: raise
def h():
    try: raise ExceptionGroup("g", [ValueError(1), ExceptionGroup("n", [TypeError(2), ValueError(4)])])
    except* ValueError as e: raise e
for x in (a, b, c, d, e, f, g, h):
    print(x.__name__); t(x)


def t2(f):
    try: f()
    except BaseException as e:
        print(repr(e), repr(e.__context__), repr(e.__cause__))
def a():
    try: raise ExceptionGroup("g", [ValueError(1)])
    except* ValueError as e: raise KeyError(3)
def b():
    try: raise ExceptionGroup("g", [ValueError(1)])
    except* ValueError as e: raise
def c():
    try: raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError as e: raise KeyError(3)
def d():
    try: raise ValueError(1)
    except* ValueError as e: raise KeyError(3)
def same():
    g = ExceptionGroup("g", [ValueError(1)])
    try: raise g
    except* ValueError as e: print(e is g, e.exceptions[0] is g.exceptions[0])
    try: raise g
    except* ExceptionGroup as e: print(e is g)
def same2():
    g = ExceptionGroup("g", [ValueError(1)])
    m, r = g.split(ValueError)
    print(m is g, r, g.subgroup(ValueError) is g, g.subgroup(ExceptionGroup) is g, g.split(lambda e: True)[0] is g)
for x in (a,b,c,d): print(x.__name__); t2(x)
try: same()
except BaseException as e: print(repr(e))
same2()


a()
