# test: needs=pipes
import io
import os


def t(f):
    try:
        r = f()
        print(ascii(r) if not isinstance(r, io.IOBase) else type(r).__name__)
    except Exception as e:
        print(type(e).__name__, ascii(str(e)).replace(d, "D"))


d = os.path.join("/tmp", "portalis_io_%d" % os.getpid())
os.mkdir(d)
p, q = os.path.join(d, "x.txt"), os.path.join(d, "w.txt")
with open(p, "w", newline="") as f:
    print(f.write("a\nb\r\nc\rd"), f.name == p, f.mode, f.encoding, f.errors, f.newlines, f.closed, f.readable(), f.writable(), f.seekable())
print(f.closed, os.path.getsize(p))
W = open(q, 'w'); R = open(p); RB = open(p, 'rb'); WB = open(os.path.join(d, "wb"), 'wb'); FR = open(p, 'rb', 0)
C = open(p); C.close(); CB = open(p, 'rb'); CB.close(); CF = open(p, 'rb', 0); CF.close()
S = io.StringIO(); B = io.BytesIO(); CS = io.StringIO(); CS.close(); CBy = io.BytesIO(); CBy.close()
for s in (W, R, RB, WB, FR, CF):
    print(repr(s).replace(d, "D"))
t(lambda: W.read()); t(lambda: R.write("a")); t(lambda: RB.write(b"a")); t(lambda: WB.read()); t(lambda: WB.read1()); t(lambda: WB.readline()); t(lambda: WB.peek())
t(lambda: FR.write(b"")); t(lambda: R.read(-5)); t(lambda: W.write(b"a")); t(lambda: W.write(5)); t(lambda: WB.write("a")); t(lambda: WB.write(5))
for m in ("read", "readline", "flush", "tell", "fileno", "isatty", "__enter__", "readable"):
    for s in (C, CB, CF, CS, CBy):
        if hasattr(s, m):
            try:
                print(m, getattr(s, m)())
            except ValueError as e:
                print(m, type(s).__name__, e)
t(lambda: C.write("a")); t(lambda: C.seek(0)); t(lambda: CB.seek(0)); t(lambda: CB.peek()); t(lambda: CB.readinto(bytearray(1))); t(lambda: CF.seek(0)); t(lambda: CS.write("")); t(lambda: CS.getvalue()); t(lambda: CBy.getvalue())
t(lambda: open(d + '/nonexist')); t(lambda: open(d, 'w')); t(lambda: open(d, 'r')); t(lambda: open(p, 'x')); t(lambda: open(p, 'z')); t(lambda: open(p, 'rw')); t(lambda: open(p, '')); t(lambda: open(p, 'rt+b'))
t(lambda: open(p, 'rr')); t(lambda: open(p, 'b')); t(lambda: open(p, 'U')); t(lambda: open(p, 'rb', encoding='utf8')); t(lambda: open(p, 'rb', errors='x')); t(lambda: open(p, 'rb', newline='x')); t(lambda: open(p, 'r', 0))
t(lambda: open(p, 'r', newline='x')); t(lambda: open(p, 'r', encoding='nope')); t(lambda: open(5.5)); t(lambda: open(None)); t(lambda: open(-1)); t(lambda: open(9999)); t(lambda: open('a\0b')); t(lambda: open(p, 5)); t(lambda: open())
t(lambda: open(p, encoding=5)); t(lambda: R.seek(1, 5)); t(lambda: R.seek(0, 1)); t(lambda: R.seek(1, 1)); t(lambda: R.seek(1, 2)); t(lambda: R.seek(-1)); t(lambda: RB.seek(-1)); t(lambda: RB.seek(0, 9)); t(lambda: FR.seek(-1)); t(lambda: S.seek(-1))
t(lambda: S.seek(1, 1)); t(lambda: S.seek(0, 5)); t(lambda: B.seek(-1)); t(lambda: B.seek(0, 5)); t(lambda: S.write(b"")); t(lambda: S.write(5)); t(lambda: B.write("a")); t(lambda: io.StringIO(5)); t(lambda: io.BytesIO("a")); t(lambda: io.StringIO(newline="x"))
t(lambda: S.fileno()); t(lambda: B.fileno()); t(lambda: S.truncate(-1)); t(lambda: B.truncate(-1)); t(lambda: S.detach()); t(lambda: B.detach())
t(lambda: io.IOBase().readable()); t(lambda: io.IOBase().seek(0)); t(lambda: io.RawIOBase().read()); t(lambda: io.BufferedIOBase().read()); t(lambda: io.TextIOBase().encoding); t(lambda: io.UnsupportedOperation.__mro__)
t(lambda: io.BytesIO(b"abc").readinto(b"x")); t(lambda: R.readline("x")); t(lambda: R.read("x"))
print(R.newlines, isinstance(R, io.TextIOBase), isinstance(RB, io.BufferedIOBase), isinstance(FR, io.RawIOBase), issubclass(io.StringIO, io.IOBase))
for nl in (None, "", "\n", "\r", "\r\n"):
    with open(p, newline=nl) as f:
        print(repr(nl), f.readlines(), f.newlines)
    with open(q, "w", newline=nl) as f:
        f.write("1\n2\r\n3")
    print(open(q, "rb").read())
with open(p) as f:
    print(f.readline(), f.tell(), f.read(1), f.tell(), f.readline(), f.tell()); f.seek(2); print(repr(f.read())); f.seek(0); print(list(f)); print(f.read(), f.readline())
with open(p, "r+") as f:
    print(f.readline()); f.seek(0, 2); f.write("END"); f.seek(0); print(repr(f.read())); f.truncate(3); f.seek(0); print(repr(f.read()))
with open(q, "wb") as f:
    f.writelines([b"one\n", b"two\n", bytearray(b"three")]); print(f.tell()); f.seek(1); f.write(b"N")
with open(q, "rb") as f:
    print(f.peek(3)[:3], f.read(2), f.readline(), f.tell(), f.read1(2), f.readlines(), f.read(), f.seek(-5, 2), f.read(), f.seek(0), list(f))
with open(q, "r+b") as f:
    f.read(4); f.write(b"XX"); print(f.read(2)); f.seek(0); print(f.read())
with open(q, "ab") as f:
    f.write(b"+more"); print(f.tell())
with open(q, "a+") as f:
    f.write("é€\U0001F600\n"); f.seek(0); print(ascii(f.read()))
with open(q, encoding="utf-8") as f:
    print(ascii(f.read(19)), f.tell(), ascii(f.read(2)), f.tell(), ascii(f.readline(1)), ascii(f.readline(0)), ascii(f.readline()))
with open(q, encoding="ascii") as f:
    t(lambda: f.read())
with open(q, encoding="ascii", errors="replace") as f:
    print(ascii(f.read()))
for enc in ("utf-16", "utf-32", "utf-8-sig", "latin-1", "utf-16-le"):
    with open(q, "w", encoding=enc) as f:
        f.write("aé\n"); f.write("b\n")
    with open(q, "a", encoding=enc) as f:
        f.write("c\n")
    print(enc, open(q, "rb").read(), ascii(open(q, encoding=enc).readlines()))
big = "".join("line %d é\n" % i for i in range(5000))
with open(q, "w") as f:
    f.write(big)
with open(q) as f:
    lines = [line for line in f]
print(len(lines), "".join(lines) == big, lines[4999], open(q).read() == big, sum(len(x) for x in open(q, "rb")))
with open(q) as f:
    n = 0
    while chunk := f.read(1000):
        n += len(chunk)
    print(n == len(big))
    f.seek(0)
    for i in range(700):
        f.readline()
    pos = f.tell()
    rest = f.read()
    f.seek(pos)
    print(f.read() == rest)
    f.seek(0)
    next(f)
    t(lambda: f.tell())
with open(q, "wb", buffering=16) as f:
    for i in range(100):
        f.write(b"%d," % i)
print(len(open(q, "rb", buffering=7).read()), open(q, "rb", 0).read(5))
s = io.StringIO("a\nb\nc"); print(s.read(1), s.readline(), list(s), s.tell(), s.seek(2), s.write("XY"), s.getvalue(), s.truncate(3), s.getvalue(), s.seek(0, 2), s.write("é"), s.getvalue())
s = io.StringIO(newline=None); s.write("a\r\nb\rc"); print(repr(s.getvalue()), s.newlines)
s = io.StringIO(); print("x", 1, sep="-", file=s); s.writelines(["p", "q"]); print(repr(s.getvalue())); s.seek(10); s.write("z"); print(ascii(s.getvalue()))
b = io.BytesIO(b"abc\ndef"); print(b.read(2), b.readline(), b.tell(), b.read(), b.read(), b.seek(1), b.write(b"ZZZZZZZZ"), b.getvalue(), b.seek(20), b.write(b"!"), b.getvalue(), b.truncate(2), b.getvalue(), bytes(b.getbuffer()))
b.seek(0); a = bytearray(5); print(b.readinto(a), a, b.closed, b.readable())
with io.BytesIO(b"1\n2\n") as b, io.TextIOWrapper(b, encoding="ascii") as w:
    print(w.readline(), w.buffer is b, repr(w), list(w))


class Raw(io.RawIOBase):
    def __init__(self):
        self.data = b"hello\nworld\n"

    def readable(self):
        return True

    def readinto(self, b):
        n = min(len(b), 3, len(self.data))
        b[:n] = self.data[:n]
        self.data = self.data[n:]
        return n


print(io.BufferedReader(Raw()).read(), Raw().read(4), Raw().readall(), io.TextIOWrapper(io.BufferedReader(Raw())).readlines(), Raw().readline(), list(Raw()))


class Upper(io.StringIO):
    def write(self, s):
        return super().write(s.upper())


u = Upper(); print("abc", file=u); print(u.getvalue(), end="")
fd = os.open(q, os.O_RDWR | os.O_CREAT | os.O_TRUNC)
with os.fdopen(fd, "w") as f:
    f.write("by fd")
print(open(q).read())
r, w = os.pipe(); os.write(w, b"pipe"); os.close(w); print(open(r, "rb").read())
for f in (W, R, RB, WB, FR):
    f.close()
for name in sorted(os.listdir(d)):
    os.unlink(os.path.join(d, name))
os.rmdir(d)
