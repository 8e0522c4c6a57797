# What sys.settrace is told: calls, lines, exceptions and returns, of functions, classes, generators and threads.
import sys
def tracer(frame, event, arg):
    if event == "exception": arg = (arg[0].__name__, str(arg[1]))
    print(frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno, event, str(arg).split(" at 0x")[0])
    return tracer
def simple(a):
    x = a + 1
    if x > 2:
        y = 1
    else:
        y = 2
    pass
    global zz
    return x + y
def loops():
    t = 0
    for i in range(2):
        if i == 0:
            continue
        t += i
    else:
        t += 5
    while t > 3:
        t -= 2
        if t < 3: break
    for x in "ab": t += 1
    return t
def errors(d):
    try:
        d["x"]
    except TypeError:
        pass
    except KeyError as e:
        print("handled")
    finally:
        z = 1
    try:
        z = 3
    finally:
        z = 4
class C:
    def __enter__(self):
        return self
    def __exit__(self, *a):
        return True
def withs():
    with C() as c:
        v = 1
    with C():
        raise ValueError("v")
    return v
def gen(n):
    for i in range(n):
        got = yield i
    return "done"
def usegen():
    g = gen(2)
    next(g)
    g.send(5)
    try:
        next(g)
    except StopIteration as e:
        print(e.value)
    return list(gen(1))
def boom():
    raise RuntimeError("boom")
def outer():
    boom()
def inner():
    def deco(f):
        return f
    @deco
    def nested():
        return 3
    class K:
        a = 1
        def m(self): return self.a
    k = K()
    del nested
    assert k
    f = lambda q: q * 2
    f(2)
    return k.m()
def match(v):
    match v:
        case 1:
            return "one"
        case [a, b]:
            return a
        case _:
            return None
for f, a in ((simple, (1,)), (simple, (5,)), (loops, ()), (errors, ({},)), (withs, ()), (usegen, ()), (outer, ()), (inner, ()), (match, ([1, 2],)), (match, ("x",))):
    print("==", f.__name__)
    sys.settrace(tracer)
    try: f(*a)
    except RuntimeError as e: print("caught", e)
    finally: sys.settrace(None)
