# Order of evaluation in calls, definitions, decorators and defaults.
log = []


def t(x, tag=None):
    log.append(tag or x)
    return x


def f(*args, **kw): return args, kw


def flush():
    print(" ".join(map(str, log)))
    log.clear()


t(f, "fn")(t(1), *t([2, 3], "star"), t(4), k=t(5), **t({"d": 6}, "dstar"), z=t(7))
flush()
print(f(*[1], *(2, 3), a=1, **{"b": 2}, **dict(c=3), d=4))
print(f(*"ab", x=t(1), *t([9], "late star")))
flush()


@t(lambda fn: (log.append("apply1"), fn)[1], "dec1")
@t(lambda fn: (log.append("apply2"), fn)[1], "dec2")
def g(a=t(1, "default a"), *, b: t("annotation b") = t(2, "default b"), c=t(3, "default c")) -> t("return annotation"):
    return a, b, c


flush()
print(g(), g.__defaults__, g.__kwdefaults__, g.__annotations__)


@t(lambda c: (log.append("class dec"), c)[1], "dec")
class K(t(object, "base"), metaclass=t(type, "meta")):
    log.append("body")
    x: t(int, "ann") = t(1, "value")


flush()
{t("k1"): t("v1"), **t({"x": 1}, "unpacked"), t("k2"): t("v2")}
[t(1), *t([2], "inner"), t(3)]
t({}, "target")[t("key")] = t("value")
flush()
a = b = t({}, "obj")
t(a, "container1")[t("i")], t(b, "container2")[t("j")] = t("p"), t("q")
flush()
x = t(1, "left") + t(2, "mid") * t(3, "right")
y = t(1, "a") < t(5, "b") < t(3, "c") < t(9, "never")
z = t(0, "or1") or t(0, "or2") or t(3, "or3") or t(4, "never")
w = t(1, "then") if t(0, "cond") else t(2, "else")
flush()
print(x, y, z, w)
s = slice(t(1, "s1"), t(2, "s2"), t(3, "s3"))
t([0] * 10, "list")[t(1, "start"):t(8, "stop"):t(2, "step")]
t([0] * 10, "list")[t(0, "lo"):t(1, "hi")] = t([5], "rhs") if t(True, "c") else 0
flush()
d = {"k": 1}
t(d, "aug target")[t("k", "aug key")] += t(10, "aug value")
print(d)


class O: attr = 1


t(O, "obj").attr *= t(5, "rhs")
flush()
print(O.attr)
del t(d, "del obj")[t("k", "del key")]
flush()
print(f"{t(1, 'f1')}{t(2, 'f2'):{t(5, 'spec')}}{t(3, 'f3')!r}")
flush()
assert t(1, "assert cond"), t("never", "message")
flush()
for i in t([1, 2], "iterable"):
    t(i)
else:
    t("else")
flush()
lam = lambda p=t("lambda default"): t("lambda body")
flush()
lam()
flush()


def defaults(mutable=[], n=len(log)):
    mutable.append(1)
    return mutable, n


print(defaults(), defaults(), defaults([]), defaults.__defaults__)
defaults.__defaults__ = ("replaced",)
try:
    defaults()
except AttributeError as e:
    print(e)
except TypeError as e:
    print(e)
g.__kwdefaults__ = {"b": 20, "c": 30}
print(g(), g(5, c=1))
g.__kwdefaults__["b"] = 99
print(g())
g.__kwdefaults__ = None
try:
    g()
except TypeError as e:
    print(e)
g.__defaults__ = None
try:
    g(b=1, c=2)
except TypeError as e:
    print(e)
try:
    g.__defaults__ = 5
except TypeError as e:
    print(e)
try:
    g.__kwdefaults__ = 5
except TypeError as e:
    print(e)
[t(i) for i in t([1, 2], "outer") if t(i > 1, f"if{i}") for j in t("ab", "inner")]
flush()
t(1, "a") if t(0, "b") else t(t(2, "d") and t(0, "e"), "f")
flush()
