"""Trace functions hear of continue and break through finally and with, of what is thrown into generators, of delegation."""
import sys

def tracer(frame, event, arg):
    if frame.f_code.co_filename != __file__: return None
    first = frame.f_code.co_firstlineno
    shown = arg
    if event == "exception": shown = (arg[0].__name__, str(arg[1]))
    elif event == "return" and not isinstance(arg, (int, list, bool, type(None))): shown = type(arg).__name__
    print(event, frame.f_code.co_name, frame.f_lineno - first, shown)
    return tracer

def traced(f, *args):
    print("--", f.__name__)
    sys.settrace(tracer)
    try:
        f(*args)
    except BaseException as e:
        sys.settrace(None)
        print("raised", type(e).__name__, e)
    sys.settrace(None)

def continue_before_finally():
    for i in range(2):
        try:
            if i == 0:
                continue
            x = i
        finally:
            y = i

def break_before_finally():
    while True:
        try:
            break
        finally:
            y = 1

def return_before_finally():
    try:
        return 3
    finally:
        z = 2

def gen():
    x = yield 1
    yield x

def throw_unstarted():
    g = gen()
    g.throw(ValueError("early"))

def throw_started():
    g = gen()
    next(g)
    g.throw(ValueError("late"))

def inner():
    a = yield 1
    return a

def outer():
    r = yield from inner()
    print("got", r)

def delegating():
    g = outer()
    next(g)
    try:
        g.send(5)
    except StopIteration:
        pass

def close_it():
    g = gen()
    next(g)
    g.close()

def close_unstarted():
    g = gen()
    g.close()

def exhausting():
    for v in gen():
        pass
    return list(gen())

def with_in_loop():
    class C:
        def __enter__(self): return self
        def __exit__(self, *a): return True
    for i in range(2):
        with C():
            if i:
                raise KeyError(i)
            continue

def next_stop():
    g = iter([])
    try:
        next(g)
    except StopIteration as e:
        pass
    return next(g, None)

def nested_finally():
    try:
        try:
            1 / 0
        finally:
            a = 1
    except ZeroDivisionError:
        b = 2
    else:
        c = 3
    finally:
        d = 4

for f in (continue_before_finally, break_before_finally, return_before_finally, throw_unstarted, throw_started, delegating, close_it, close_unstarted, exhausting, with_in_loop, next_stop, nested_finally):
    traced(f)

def bad(frame, event, arg):
    if event == "line" and frame.f_code.co_name == "gen" and frame.f_lineno - frame.f_code.co_firstlineno == 2:
        raise RuntimeError("no more")
    return bad
g = gen()
sys.settrace(bad)
try:
    next(g)
    g.send(["sent"])
except RuntimeError as e:
    print("bad", e)
print(sys.gettrace())
try:
    print(next(g))
except StopIteration:
    print("stopped")
