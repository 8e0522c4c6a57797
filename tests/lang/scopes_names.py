# scopes names: compared with CPython.
x = "global"


def outer(p):
    y = "outer"

    def reader():
        return x, y, p

    def writer():
        nonlocal y, p
        global x
        x, y, p = "X", "Y", "P"

    class C:
        y = y if False else "class"
        z = [x for _ in range(1)]
        w = [p for _ in range(1)]

        def m(self):
            return y, __class__.__name__

    before = reader()
    writer()
    return before, reader(), C.y, C.z, C.w, C().m()


print(outer("p"), x)


def unbound():
    try:
        print(late)
    except UnboundLocalError as e:
        print(type(e).__name__, e)
    late = 1
    del late
    try:
        late
    except UnboundLocalError as e:
        print(e)

    def inner():
        return free

    try:
        inner()
    except NameError as e:
        print(type(e).__name__, e)
    free = 1
    print(inner())
    del free
    try:
        inner()
    except NameError as e:
        print(e)


unbound()


def handler():
    e = "kept?"
    try:
        raise ValueError("v")
    except ValueError as e:
        pass
    try:
        print(e)
    except UnboundLocalError as err:
        print(err)


handler()


class Mangled:
    __private = 1

    def __init__(self):
        self.__attr = Mangled.__private

    def get(self):
        def __inner():
            return self.__attr
        return __inner()


m = Mangled()
print(m.get(), sorted(k for k in vars(m)), hasattr(Mangled, "_Mangled__private"))


def walrus():
    data = [1, 2, 3, 4]
    r = [y := v, y ** 2] if (v := data[1]) else None
    s = [last := n for n in data if (big := n > 2)]
    return r, s, last, big, y


print(walrus())
fs = [lambda: i for i in range(3)]
print([f() for f in fs], [g() for g in [lambda i=i: i for i in range(3)]])
print([[j * k for k in range(j)] for j in range(4)])
print({k: v for k, v in zip("abc", range(3))}, {c for c in "hello" if c > "g"} == {"h", "l", "o"})


def gen_scope():
    n = 3
    return (i * n for i in range(n)), [i for i in range(n)]


g, l = gen_scope()
print(list(g), l)


def locals_test(a, b=2):
    c = a + b
    del b
    for i in range(2):
        pass
    return sorted(locals().items())


print(locals_test(1))


class Body:
    a = 1
    b = sorted(k for k in locals() if not k.startswith("__"))


print(Body.b, Body.__qualname__, outer.__qualname__, (lambda: 0).__qualname__)


def q():
    class In:
        def meth(self):
            return lambda: None
    return In


print(q().__qualname__, q().meth.__qualname__, q()().meth().__qualname__)


def shadows(len):
    return len("abc")


print(shadows(lambda s: "mine"), len("abc"))
try:
    del never_there
except NameError as e:
    print(e)
global_del = 1
del global_del
print("global_del" in globals(), __name__, __debug__)


def defaults(a, b=[], *c, d=None, **e):
    b.append(a)
    return b


print(defaults(1), defaults(2), defaults(3, []))
