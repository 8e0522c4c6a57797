# Which name is meant: class scopes, comprehensions, global and nonlocal declarations, builtins shadowed and restored.
x = "module"


class A:
    x = "class"
    y = [x for _ in range(1)]
    z = [i for i in x]
    w = (lambda: x)()
    gen = list(x for _ in range(1))
    nested = [[x for _ in "a"] for _ in "b"]
    first_iter = [i for i in [x]]
    def f(self): return x
    def g(self, default=x): return default
    class B:
        u = x
        x = "inner"
        v = x


print(A.y, A.z, A.w, A.gen, A.nested, A.first_iter, A().f(), A().g(), A.B.u, A.B.v)


def outer():
    x = "outer"
    class C:
        a = x
        def m(self): return x
    class D:
        x = x
        y = x
    return C.a, C().m()


try:
    print(outer())
except NameError as e:
    print(e)


def outer2():
    x = "outer2"
    class C:
        global x
        a = x
        x = "set by class"
    def read():
        global x
        return x
    return C.a, x, read(), hasattr(C, "x")


print(outer2(), x)
x = "module"


def shadow():
    len = lambda v: "local len"
    return len([1])


print(shadow(), len([1]))
print = print
sum = lambda v: "module sum"
print(sum([1]))
del sum
print(sum([1, 2]))
try:
    del sum
except NameError as e:
    print(e)


def conditional(flag):
    if flag:
        y = 1
    try:
        return y
    except UnboundLocalError as e:
        return str(e)


print(conditional(1), conditional(0))


def loopvar():
    for i in []: pass
    try:
        return i
    except UnboundLocalError as e:
        return str(e)


print(loopvar())


def param_shadow(x, y=x):
    x = x + "!"
    return x, y


print(param_shadow("p"))


def glob_in_nested():
    def a():
        global created
        created = 1
        def b():
            global created
            created += 1
            return created
        return b
    return a()()


print(glob_in_nested(), created)


def nonlocal_chain():
    v = 0
    def a():
        nonlocal v
        v += 1
        def b():
            nonlocal v
            v += 10
            class K:
                nonlocal v
                v += 100
                def m(self):
                    nonlocal v
                    v += 1000
                    return v
            return K().m()
        return b()
    return a(), v


print(nonlocal_chain())
print([x for x in range(3)], x, {x for x in "a"}, x, {x: x for x in "b"}, list(x for x in "c"), x)
print([(y := x) for x in range(3)], y)


def walrus_scope():
    if any((w := n) > 2 for n in range(5)): pass
    [z := i for i in range(3)]
    return w, z, [last := k for k in "ab"], last


print(walrus_scope())


def walrus_global():
    global wg
    [wg := i for i in range(4)]


walrus_global()
print(wg)


def comp_closure():
    fs = [lambda: (i, j) for i in range(2) for j in range(2)]
    gs = [lambda i=i: i for i in range(3)]
    i = "rebound"
    return [f() for f in fs], [g() for g in gs]


print(comp_closure())


def iter_evaluated_outside():
    data = [1, 2, 3]
    g = (d for d in data)
    data = "changed"
    h = (d for _ in "a" for d in data)
    data = "later"
    return list(g), list(h)


print(iter_evaluated_outside())


def del_then_global():
    global dg
    dg = 1
    del dg
    try:
        return dg
    except NameError as e:
        return str(e)


print(del_then_global())


class Meth:
    name = "attr"
    def name_fn(self): return self.name
    name2 = name_fn
    def rec(self, n): return n if n == 0 else self.rec(n - 1)
    try:
        rec2 = rec.missing
    except AttributeError as e:
        err = str(e)


print(Meth().name2(), Meth().rec(3), Meth.err, hasattr(Meth, "e"))
__all__ = ["x"]
_ = 5
print(_, __all__, __name__)
def 变量(参数="é"): return 参数
ñ = 变量()
print(ñ, 变量.__name__, ﬁ if False else "ligature")
ﬁ = "fi normalised"
print(fi, "fi" in globals())
