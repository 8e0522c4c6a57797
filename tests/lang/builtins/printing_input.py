# print with every argument, input, repr of recursive containers, ascii, chr and ord, format, help texts of errors.
# test: stdin=first line\nsecond é\n\nlast without newline
import io
import sys


def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)), end="; ")
    except Exception as e:
        print(type(e).__name__, e, end="; ")


print()
print(1, "a", None, 2.5, [1], sep="|", end="!\n")
print("a", "b", sep="", end="")
print(*[], sep=",")
print(*range(5), sep=", ")
print("x", sep=None, end=None, file=None, flush=None)
out = io.StringIO()
print("to file", 5, file=out, flush=True)
print(end="tail", file=out)
print(repr(out.getvalue()), out.tell())


class Writer:
    def __init__(self):
        self.parts = []

    def write(self, s):
        self.parts.append(s)

    def flush(self):
        self.parts.append("FLUSH")


w = Writer()
print(1, "two", sep="-", end="$", file=w, flush=True)
print(file=w)
print(w.parts)
for kw in ({"sep": 1}, {"end": b"x"}, {"file": 5}, {"foo": 1}, {"sep": "", "extra": 2}, {"file": object()}):
    show(lambda: print("v", **kw))
print()
sys.stdout.write("written\n")
saved = sys.stdout
sys.stdout = io.StringIO()
print("captured", 1)
text = sys.stdout.getvalue()
sys.stdout = saved
print(repr(text))
print(repr(input()), repr(input("prompt> ")), repr(input()), repr(input("é? ")))
show(input)
show(input, "a", "b")
print()
l = [1]
l.append(l)
d = {"k": l}
d["self"] = d
t = ([],)
t[0].append(t)
s = [set(), frozenset(), {1: {2}}, (), (1,), [[]], {}, range(2), slice(1), b"", bytearray(b"x"), 1j, None, ..., NotImplemented, True]
print(l, d, t, s)
import collections
q = collections.deque()
q.append(q)
o = collections.OrderedDict(a=1)
o["o"] = o
f = collections.defaultdict(list)
f["f"] = f
print(q, o, f)


class Self:
    def __init__(self):
        self.items = [self]

    def __repr__(self):
        return f"Self({len(self.items)})"


print(Self().items, [Self()], {Self(): 1}.__len__(), str(Self()), f"{Self()}", f"{Self()!s:>10}", "%s" % Self(), (Self(),))
for v in ("é", "日😀", "\n\t'\"", b"\xff", ["é", {"ü": "ö"}], "\x7f\x80", 5, None):
    print(ascii(v), repr(v), end=" | ")
print()
for v in (0, 65, 0x10ffff, 0xd800, 0x110000, -1, "a", 1.5, True, 2 ** 70):
    show(lambda: ascii(chr(v)))
for v in ("a", "é", "😀", "", "ab", b"a", b"ab", bytearray(b"z"), 5, None, "\ud800"):
    show(ord, v)
print()
for a in ((5,), (5, "x"), ("s", ">5"), (5, 5), (None, ""), (None, "5"), ([], "x"), (object, ""), (1.5, ".3f"), (), (1, 2, 3)):
    show(format, *a)
print()
for f, a in ((bin, (10,)), (bin, (-10,)), (bin, (1.5,)), (hex, (255,)), (hex, ("a",)), (oct, (-8,)), (oct, (True,)), (hex, (2 ** 70,)), (abs, (-5,)), (abs, (-2.5,)), (abs, (3 + 4j,)), (abs, ("x",)), (abs, ()), (abs, (1, 2)), (len, (5,)), (len, ()), (len, ([1], [2])), (callable, (5,)), (callable, (len,)), (callable, (int,)), (callable, (lambda: 0,)), (callable, ()), (repr, ()), (id, ()), (hash, ([],)), (hash, ({},)), (hash, (set(),)), (hash, ((1, []),)), (bool, ([],)), (bool, (0.0,)), (bool, ("0",)), (bool, (1, 2)), (bool, ())):
    show(f, *a)
print()


class Len:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


class Boolish:
    def __bool__(self):
        return 5


for v in (Len(3), Len(0), Len(-1), Len("x"), Len(2 ** 70), Len(True), Len(1.5)):
    show(len, v)
    show(bool, v)
show(bool, Boolish())
print(bool(Self()), bool(type), bool(object()), bool(...), bool(NotImplemented) if False else "")
