# What sys.settrace is told inside comprehensions, expressions over several lines and try statements; what trace functions return and raise.
import sys, threading
def tracer(frame, event, arg):
    if event == "exception": arg = (arg[0].__name__, str(arg[1]))
    print(frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno, event, str(arg).split(" at 0x")[0])
    return tracer
def comps(n):
    a = [x * 2 for x in range(n)]
    b = {x: y for x in range(2) for y in range(1) if x}
    c = sum(x for x in a)
    return a, b, c
def multi(n):
    t = max(n,
            3)
    u = [n,
         t]
    if (n > 1 and
            t > 1):
        u.append(
            n)
    return u
def early(n):
    for i in range(n):
        try:
            if i == 1:
                return i
        finally:
            n += 1
    while True:
        n -= 1
        if n < 0:
            break
    return n
def rec(n):
    if n == 0: return 0
    return 1 + rec(n - 1)
def deleg():
    def sub():
        yield 1
        yield 2
    r = yield from sub()
    yield 7
def consume():
    for v in deleg():
        v += 1
    x = 1 if v else 2
    x += 1; x *= 2
    del v
    return x
def chain():
    try:
        try:
            1 / 0
        except ZeroDivisionError as e:
            raise ValueError("v") from e
    except ValueError:
        return "ok"
def doc():
    "docstring"
    ...
    5
    "text"
    nonlocal_here = 1
def nothing(): pass
def assertion(v):
    assert v, "msg"
def nested_loops():
    for i in range(2):
        for j in range(2):
            if j:
                continue
            pass
        else:
            i = 3
def returning_none():
    return
def default(a=1, *b, c=2, **d):
    return a
for f, a in ((comps, (2,)), (multi, (5,)), (early, (3,)), (early, (1,)), (rec, (2,)), (consume, ()), (chain, ()), (doc, ()), (nothing, ()), (assertion, (0,)), (assertion, (1,)), (nested_loops, ()), (returning_none, ()), (default, ())):
    print("==", f.__name__)
    sys.settrace(tracer)
    try: f(*a)
    except AssertionError as e: print("caught", e)
    finally: sys.settrace(None)
def stop_after(frame, event, arg):
    print("stop", event, frame.f_code.co_name)
    if event == "line": return None
    return stop_after
def other(frame, event, arg):
    print("other", event)
def first(frame, event, arg):
    print("first", event)
    return other
def only_calls(frame, event, arg):
    print("only", event, frame.f_code.co_name)
def raising(frame, event, arg):
    if event == "line": raise RuntimeError("from trace")
    return raising
for t in (stop_after, first, only_calls, raising):
    sys.settrace(t)
    try: rec(1)
    except RuntimeError as e: print(e, sys.gettrace())
    sys.settrace(None)
def prof(frame, event, arg):
    if event in ("call", "return"): print("prof", event, frame.f_code.co_name, arg)
sys.setprofile(prof); rec(1); list(deleg()); sys.setprofile(None)
threading.settrace(tracer)
th = threading.Thread(target=rec, args=(1,), name="T")
import io, contextlib
with contextlib.redirect_stdout(io.StringIO()) as out:
    th.start(); th.join()
threading.settrace(None)
print("\n".join(l for l in out.getvalue().splitlines() if l.startswith("rec")))
