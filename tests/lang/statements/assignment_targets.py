# Assignment: every target, stars, nesting, chains, order, and the errors of unpacking.
def show(act):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)


class Rec:
    def __init__(self): object.__setattr__(self, "log", [])
    def __setattr__(self, n, v): self.log.append((n, v))
    def __setitem__(self, k, v): self.log.append((k, v))


r = Rec()
r.a = r[0] = r[1:2] = r[..., 1] = [r.b, *r.c] = r.d, r[2] = "xy"
print(r.log)
a = b, c = [d, e] = (1, 2)
print(a, b, c, d, e)
(a, (b, [c, *d]), e), *f = (1, (2, [3, 4, 5]), 6), 7, 8
print(a, b, c, d, e, f)
*a, = "abc"
[*b] = range(2)
(*c,) = {1: 2}
*d, e = [1]
f, *g = "z"
h, *i, j = range(5)
print(a, b, c, d, e, f, g, h, i, j)
() = []
[] = ""
[[], ()] = [(), []]
x = y = z = []
x.append(1)
print(y is z, z)
x, y = y, x = 1, 2
print(x, y)
i = 0
i, arr = 1, [0, 0]
arr[i], i = i, 5
print(arr, i)
i, arr[i % 2], i = 1, 2, 3
print(i, arr)
for bad in (lambda: unpack2([1]), lambda: unpack2([1, 2, 3]), lambda: unpack2([]), lambda: unpack2(5), lambda: unpack2(None), lambda: unpack2("abc"), lambda: unpack2({1}), lambda: unpack2({"a": 1, "b": 2, "c": 3}),
            lambda: star2([1]), lambda: star2([]), lambda: star2(5), lambda: unpack2(x for x in "abcd"), lambda: unpack2(iter([1])), lambda: unpack2(object()), lambda: unpack0([1]), lambda: nested([1, 2]), lambda: nested([1, [2]])):
    show(bad)


def unpack2(v):
    a, b = v
    return a, b


def star2(v):
    a, *b, c = v
    return a, b, c


def unpack0(v):
    () = v


def nested(v):
    a, (b, c) = v


for v in ([1], [1, 2, 3], [], 5, None, "abc", (1, 2), {"a": 1, "b": 2, "c": 3}, (q for q in "abcd"), iter([1]), object(), [1, 2]):
    show(lambda: unpack2(v))
for v in ([1], [], 5, [1, 2], "abcd", range(3)):
    show(lambda: star2(v))
show(lambda: unpack0([1]))
show(lambda: nested([1, 2]))
show(lambda: nested([1, [2]]))


class Raising:
    def __iter__(self):
        yield 1
        raise ValueError("mid")


show(lambda: unpack2(Raising()))


class Iter:
    def __iter__(self): return iter("it")


class GetItem:
    def __getitem__(self, i):
        if i > 1: raise IndexError
        return i


print(unpack2(Iter()), unpack2(GetItem()), star2("ab"))
ann: int = 5
ann2: "undefined name" = 6
noval: str
(paren): int = 7
r.attr: int = 8
r[5]: list[int] = 9
print(ann, ann2, paren, __annotations__, r.log[-2:])
show(lambda: noval)


def local_ann():
    v: int
    try:
        v
    except UnboundLocalError as e:
        print(e)
    w: undefined_name = 1
    t: (print("never evaluated")) = 2
    return w, t


print(local_ann())
lst = [1, 2, 3, 4, 5]
lst[1:3] = "abc"
print(lst)
lst[::2] = [0] * 3
print(lst)
lst[5:] = lst[:0] = ["e"]
print(lst)
lst[-1:] = []
lst[1], lst[0] = lst[0], lst[1]
print(lst)
lst[2:2], lst[0] = [8, 9], "first"
print(lst)
for t in range(8):
    try:
        if t == 0: lst[::2] = [1]
        if t == 1: lst[0:1] = 5
        if t == 2: lst[99] = 1
        if t == 3: (1, 2)[0] = 1
        if t == 4: "s"[0] = "t"
        if t == 5: None.x = 1
        if t == 6: (5).x = 1
        if t == 7: {}[[]] = 1
    except Exception as e:
        print(t, type(e).__name__, e)
for (p, *q), [s] in [((1, 2, 3), [4]), ("ab", "c")]:
    print(p, q, s)
for r.loop in range(2): pass
for arr[0] in "mn": pass
print(r.log[-2:], arr)
with open("/dev/null") as r.file: pass
print(r.log[-1][0])
for lst[1], in [[1], [2]]: pass
print(lst)
[print(k, v) for k, *v in ["abc", "d"]]
(w := [1])[0] = 5
print(w)
