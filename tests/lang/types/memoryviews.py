# memoryview: slicing, stores, casts, formats, shapes, comparison, release and its errors.
def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)), end="; ")
    except Exception as e:
        print(type(e).__name__, e, end="; ")


m = memoryview(b"abcdef")
print(m.format, m.itemsize, m.ndim, m.shape, m.strides, m.suboffsets, m.nbytes, m.readonly, m.contiguous, m.c_contiguous, m.f_contiguous, m.obj, len(m), bytes(m), m.tobytes(), m.tolist(), m.hex(), m.hex("-"))
print(m[0], m[-1], bytes(m[1:4]), bytes(m[::-1]), bytes(m[::2]), m[::2].strides, m[::2].contiguous, m[::2].tolist(), m[1:1].nbytes, bytes(m[4:1:-1]), m == b"abcdef", m[:3] == b"abc", m == "abcdef", m != b"x", m[::2] == bytearray(b"ace"), hash(m) == hash(b"abcdef"))
for f in (lambda: m[6], lambda: m["x"], lambda: m[1.5], lambda: m.__setitem__(0, 1), lambda: memoryview("x"), lambda: memoryview(5), lambda: memoryview(), lambda: m < b"x", lambda: m + b"x", lambda: 97 in m, lambda: list(m), lambda: m[0:2, 0], lambda: m.__delitem__(0), lambda: m.foo, lambda: list(reversed(m)), lambda: m.index(97), lambda: m[()], lambda: m[...]):
    show(f)
print()
b = bytearray(b"0123456789")
w = memoryview(b)
w[0] = 65
w[1:3] = b"xy"
w[::4] = b"***"
w[-1:] = memoryview(b"!")
print(b, w.readonly)
for i, v in ((0, 256), (0, -1), (0, "x"), (0, b"x"), (20, 1), (slice(0, 2), b"abc"), (slice(0, 2), "ab"), (slice(0, 2), [1, 2]), (0, 1.5), (0, True), (slice(0, 4), w[2:6]), (slice(0, 0), b"")):
    show(w.__setitem__, i, v)
print(b)
show(lambda: hash(w))
show(lambda: w.__delitem__(0))
r = w.toreadonly()
show(r.__setitem__, 0, 1)
show(lambda: r.readonly)
print()
c = memoryview(bytearray(8)).cast("I")
c[0] = 2 ** 32 - 1
print(c.format, c.itemsize, c.shape, c.nbytes, len(c), c.tolist(), c.tobytes(), c[1])
for f in (lambda: c.__setitem__(0, 2 ** 32), lambda: c.__setitem__(0, -1), lambda: c.__setitem__(0, "x"), lambda: c.cast("H"), lambda: c.cast("B").tolist(), lambda: c.cast("b").tolist(), lambda: memoryview(b"abc").cast("I"), lambda: memoryview(b"abcd").cast("z"), lambda: memoryview(b"abcd").cast("<I"), lambda: memoryview(b"abcd").cast("c").tolist(), lambda: memoryview(b"ab")[::2].cast("b"), lambda: memoryview(b"abcd").cast("B", (2, 2)).tolist(), lambda: memoryview(b"abcd").cast(5)):
    show(f)
print()
for code, v in (("b", -5), ("B", 200), ("h", -300), ("H", 60000), ("i", -70000), ("l", 5), ("L", 6), ("q", -2 ** 63), ("Q", 2 ** 64 - 1), ("f", 1.5), ("d", -0.1), ("?", True), ("c", b"z")):
    d = memoryview(bytearray(16)).cast(code)
    d[0] = v
    print(code, d.itemsize, d[0], len(d), end="; ")
print()
g = memoryview(bytes(range(12))).cast("B", (3, 4))
print(g.shape, g.ndim, g.strides, g.tolist(), len(g), g[1, 2], g.nbytes, g.tobytes() == bytes(range(12)), g.c_contiguous)
for f in (lambda: g[0], lambda: g[0, 9], lambda: g[0, 0, 0], lambda: g[0:1], lambda: g.cast("B").shape, lambda: g == g, lambda: memoryview(bytes(6)).cast("B", (2, 2)), lambda: memoryview(bytes(6)).cast("B", shape=[2, 3]).tolist()):
    show(f)
print()
m = memoryview(b"abc")
with m as inner:
    print(inner is m, inner[0])
for f in (lambda: m[0], lambda: len(m), lambda: m.tobytes(), lambda: m.release(), lambda: repr(m)[:20], lambda: m == m, lambda: m.format, lambda: bytes(m)):
    show(f)
print()
x = memoryview(b"abc")
print(memoryview(x).obj, memoryview(x) == x, x[1:].obj, repr(x)[:11], x.tolist() == [97, 98, 99], b"".join([x, x]), bytes(x) + x, bytearray(x), x.tobytes("C"), x.tobytes(order=None), int(memoryview(b"77")), b"b" in bytes(x), b"xabcx".find(x), b"abc".startswith(x), isinstance(x, memoryview), type(x).__mro__)
show(lambda: b"abc".replace(x, b"-"))
show(lambda: b"abc" + x)
show(lambda: x.tobytes("Z"))
show(lambda: {x: 1}[b"abc"])
show(lambda: memoryview(x[::2])[1])
show(lambda: sorted(x))
show(lambda: [v for v in x])
show(lambda: dict(enumerate(x)))
print()

# Items at odd addresses, and copies longer than a page.
data = bytearray(range(33))
for offset in (0, 1, 3):
    for f in "hHiIqQfd":
        part = memoryview(data)[offset:offset + 24].cast(f)
        part[0] = part[2]
        print(offset, f, part.tolist()[:2])
long = bytearray(i % 251 for i in range(20011))
view = memoryview(long)
print(bytes(view[3:9000]) == bytes(long[3:9000]), view[5:].tobytes() == bytes(long)[5:], bytes(view[1:5000:7]) == bytes(long[1:5000:7]))
view[7:9007] = bytes(9000)
view[10001:20000:3] = b"x" * len(range(10001, 20000, 3))
print(long.count(0), long.count(b"x"), long[:9], long[9005:9010])
