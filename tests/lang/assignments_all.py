# assignments all: compared with CPython.
a, b = 1, 2
a, b = b, a
print(a, b)
(a, (b, *c)), d = (1, (2, 3, 4)), 5
print(a, b, c, d)
*a, b = "xyz"
print(a, b)
a, *b = [1]
print(a, b)
[x, y] = {1: 2, 3: 4}
print(x, y)
x = y = z = []
x.append(1)
print(y, z is x)
for i, (j, *k) in [(1, (2, 3)), (4, (5,))]:
    print(i, j, k)
d = {}
d["a"], d["b"] = 1, 2
for d["k"] in range(3):
    pass
print(d)
for bad in ("ab", "abcd", 5):
    try:
        p, q, r = bad
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
try:
    p, *q, r = [1]
except ValueError as e:
    print(e)
l = [1, 2, 3, 4, 5]
l[1:3] = "ab"
print(l)
del l[0], l[-1:]
print(l)
l += (7,)
l *= 2
print(l)
n = 7
n += 1; n -= 2; n *= 3; n //= 2; n **= 2; n %= 50; n <<= 2; n >>= 1; n |= 1; n ^= 3; n &= 0xff
print(n)
n /= 4
print(n)
s = "a"
t = s
s += "b"
print(s, t)


class O:
    pass


o = O()
o.x = o.y = 3
o.x += 1
del o.y
print(vars(o))
t = (1, [2])
try:
    t[1] += [3]
except TypeError as e:
    print(e, t)
x: int = 5
y: "undefined_name"
print(__annotations__)


def f():
    v: undefined = 3
    w: undefined
    return v


print(f())
(u): int = 4
o.z: int = 9
print(u, o.z)
if (n := 10) > 5:
    print(n)
print((lambda: (m := 3) + m)())
first, *_, last = range(10)
print(first, last)
i = 0
i, l[i] = 1, "set"
print(i, l)


def rebind(p):
    p = p + 1
    q = p
    p = 10
    return p, q


print(rebind(1))


def loop_var():
    for i in range(3):
        j = i
        i = 100
    return i, j


print(loop_var())
x = 1_000; y = 0xFF; z = 0b11; w = 1e3; v = 2j
print(x, y, z, w, v, -x, +y, ~z, not w, -0.0, 1 if x else 2)
print(2 ** 10, -2 ** 2, 7 // -2, 7 % -3, 1 << 70, 10 ** 20, "a" "b", (1, 2) + (3,))
