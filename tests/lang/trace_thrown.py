# What sys.settrace is told of generators that are thrown into and closed, and of a trace function that raises at a generator's step.
import sys
def tracer(frame, event, arg):
    if event == "exception": arg = (arg[0].__name__, str(arg[1]))
    print(frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno, event, arg)
    return tracer
def gen():
    try:
        yield 1
        yield 2
    except ValueError as e:
        print("caught", e)
        yield 3
    finally:
        print("fin")
def use():
    g = gen()
    next(g)
    print(g.throw(ValueError("v")))
    g.close()
    h = gen()
    next(h)
    try:
        h.throw(KeyError("k"))
    except KeyError as e:
        print(repr(e))


sys.settrace(tracer)
use()
sys.settrace(None)
def failing(frame, event, arg):
    if frame.f_code.co_name == "gen": raise RuntimeError("no")
    return failing
sys.settrace(failing)
try: list(gen())
except RuntimeError as e: print(e, sys.gettrace())
sys.settrace(None)
