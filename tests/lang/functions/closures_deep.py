# Closures: cells shared, rebound, deleted; nonlocal through several levels; loops and classes between.
def levels():
    a = 1
    def l1():
        b = 2
        def l2():
            nonlocal a, b
            a += 1
            b += a
            def l3():
                nonlocal b
                b *= 2
                return a, b
            return l3
        return l2
    return l1


l3 = levels()()()
print(l3(), l3(), l3.__code__.co_freevars)


def shared():
    n = 0
    def inc():
        nonlocal n
        n += 1
    def dec():
        nonlocal n
        n -= 1
    def reset():
        nonlocal n
        del n
    def get():
        return n
    return inc, dec, reset, get


inc, dec, reset, get = shared()
inc(); inc(); inc(); dec()
print(get(), inc.__closure__[0] is get.__closure__[0])
reset()
for f in (get, inc, reset):
    try:
        f()
    except NameError as e:
        print(type(e).__name__, e)


def unbound_own():
    def use(): return v
    try:
        v
    except UnboundLocalError as e:
        print(e)
    try:
        use()
    except NameError as e:
        print(type(e).__name__, e)
    v = 1
    print(use())
    del v
    try:
        use()
    except NameError as e:
        print(e)
    try:
        v += 1
    except UnboundLocalError as e:
        print(e)


unbound_own()
fs = []
for i in range(3):
    def make(j=i):
        k = j * 10
        def g(): return i, j, k
        return g
    fs.append(make())
print([f() for f in fs])


def param_cells(a, *args, b, **kw):
    def show(): return a, args, b, kw
    a += 1
    args += ("more",)
    b = [b]
    kw["new"] = 1
    return show()


print(param_cells(1, 2, b=3, c=4))


def loopcells():
    out = []
    for n in range(3):
        out.append(lambda: n)
    out2 = [lambda: m for m in range(3)]
    out3 = [(lambda m: lambda: m)(m) for m in range(3)]
    gen = list((lambda: q) for q in range(3))
    return [f() for f in out], [f() for f in out2], [f() for f in out3], [f() for f in gen]


print(loopcells())


class Between:
    x = "class x"
    def method(self):
        x = "method x"
        class Inner:
            y = x
            def deep(self):
                nonlocal x
                x += "!"
                return x, Inner.__name__
        return Inner


I = Between().method()
print(I.y, I().deep(), I().deep())


def class_free():
    v = 1
    class A:
        w = v
        u = v
    class B:
        nonlocal v
        v = 99
    return A.w, A.u, v, hasattr(B, "v")


print(class_free())


def fib():
    cache = {}
    def f(n):
        if n in cache: return cache[n]
        r = n if n < 2 else f(n - 1) + f(n - 2)
        cache[n] = r
        return r
    return f


print(fib()(80))


def exc_scope():
    e = "outer"
    def get(): return e
    try:
        raise ValueError("v")
    except ValueError as e:
        inside = repr(get())
    try:
        get()
    except NameError as err:
        return inside, str(err)


print(exc_scope())


def with_scope():
    import contextlib
    with contextlib.nullcontext(5) as z:
        h = lambda: z
    z = 6
    return h()


print(with_scope())


def conditional(flag):
    if flag:
        def pick(): return "yes"
    else:
        pick = lambda: "no"
    return pick()


print(conditional(1), conditional(0))


def recursive_lambda():
    fact = lambda n: 1 if n == 0 else n * fact(n - 1)
    return fact(20)


print(recursive_lambda(), (lambda f: f(f, 10))(lambda self, n: n if n < 2 else self(self, n - 1) + self(self, n - 2)))
compose = lambda *fs: lambda x: x if not fs else fs[0](compose(*fs[1:])(x))
print(compose(str, lambda v: v + 1, abs)(-5))
g1 = "module"


def globals_mixed():
    global g1, g2
    g1 = "changed"
    g2 = "created"
    def inner():
        global g1
        g1 += "+"
        return g1
    return inner()


print(globals_mixed(), g1, g2)


def comp_nonlocal():
    total = 0
    def add(v):
        nonlocal total
        total += v
        return total
    return [add(v) for v in range(5)], total


print(comp_nonlocal())


def late_import():
    def use(): return sq(16)
    from math import sqrt as sq
    return use()


print(late_import())
