# bytearray in place: item and slice stores, deletes, extend, insert, pop, resizing while exported.
def show(f, *args):
    try:
        print(repr(f(*args)), end="; ")
    except Exception as e:
        print(type(e).__name__, e, end="; ")


def store(i, v, start=b"0123456789"):
    b = bytearray(start)
    b[i] = v
    return b


for i, v in ((0, 65), (-1, 90), (10, 1), (0, 256), (0, -1), (0, "a"), (0, b"a"), ("x", 1), (1.5, 2), (True, 66), (slice(2, 5), b""), (slice(2, 5), b"abcdefg"), (slice(2, 2), b"--"), (slice(None, None, 2), b"abcde"), (slice(None, None, 2), b"abc"), (slice(5, 2), b"xx"), (slice(-3, None), b"z"), (slice(None), b"new"), (slice(0, 3), [1, 2]), (slice(0, 3), "abc"), (slice(0, 3), 5), (slice(0, 3), [300]), (slice(None, None, -1), b"abcdefghij"), (slice(8, 2, -3), b"xy"), (slice(0, 2), memoryview(b"mv")), (slice(0, 2), range(5)), (slice(1, 2, 0), b"")):
    show(store, i, v)
print()


def delete(i):
    b = bytearray(b"0123456789")
    del b[i]
    return b


for i in (0, -1, 10, slice(2, 5), slice(None, None, 3), slice(None, None, -2), slice(5, 2), "x", slice(None)):
    show(delete, i)
print()
b = bytearray(b"abc")
for name, *args in (("append", 100), ("append", 256), ("append", "x"), ("append", b"x"), ("extend", b"ef"), ("extend", [103, 104]), ("extend", "xyz"), ("extend", 5), ("extend", [999]), ("insert", 0, 95), ("insert", 100, 96), ("insert", -1, 97), ("insert", 0, "x"), ("pop",), ("pop", 0), ("pop", -2), ("pop", 50), ("pop", "x"), ("remove", 98), ("remove", 250), ("remove", 300), ("remove", "x"), ("reverse",), ("copy",), ("clear",), ("pop",), ("extend", iter([1, 2, 3])), ("__iadd__", b"x"), ("__iadd__", "x"), ("__imul__", 3), ("__imul__", "x"), ("__imul__", 0), ("__alloc__", 1)):
    print(name, end=" ")
    show(getattr(b, name), *args)
    print(b, end=" | ")
print()
b = bytearray(b"export me")
m = memoryview(b)
for f, args in ((b.append, (1,)), (b.extend, (b"x",)), (b.pop, ()), (b.clear, ()), (b.insert, (0, 1)), (b.remove, (101,)), (b.__delitem__, (slice(0, 2),)), (b.__setitem__, (slice(0, 2), b"12345")), (b.__setitem__, (slice(0, 2), b"EX")), (b.reverse, ()), (b.__iadd__, (b"",)), (b.__imul__, (2,))):
    show(f, *args)
print(b, bytes(m))
m.release()
b.append(33)
print(b)
b = bytearray(b"abc")
same = b
b += b"def"
b *= 2
print(same is b, b, b == b"abcdefabcdef", b != bytearray(), bool(bytearray()), len(b), b + b"!", type(b + b""), type(b"" + b), type(b[1:2]), type(b[0]))
b[3:3] = b
print(b, b[::-1], list(b[:3]), b.count(b"abc"), 97 in b, b"fa" in b, b.find(b"fabc"), max(b), sorted(set(b)))
it = iter(bytearray(b"xyz"))
b = bytearray(b"123")
it = iter(b)
print(next(it), it.__length_hint__())
b.extend(b"456")
print(it.__length_hint__(), list(it), next(it, "done"))
b.clear()
b.append(7)
print(next(it, "still done"), b)


class Sub(bytearray):
    def __init__(self, *a, tag=None):
        super().__init__(*a)
        self.tag = tag


s = Sub(b"sub", tag=5)
s.append(33)
print(s, s.tag, type(s + b"x"), type(s[:1]), type(s.upper()), isinstance(s, bytearray), s == b"sub!", Sub.fromhex("4142"))
for n in range(0, 3000, 7):
    b.append(n % 256)
del b[::2]
print(len(b), sum(b), b[:5], b[-5:])
b.__init__(b"again")
print(b, b.split(b"a"), b.partition(b"g"), b.join([b"1", b"2"]), b.decode(), bytes(b), str(b, "ascii"))
show(lambda: hash(b))
show(lambda: {bytearray()})
show(lambda: bytearray(b"a") < "x")
print(bytearray.__doc__.split("\n")[0], repr(bytearray(b"\x00'")), bytearray(range(65, 70)), int(bytearray(b"12")), b"12" == bytearray(b"12"))
