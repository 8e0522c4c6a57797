# BufferedRWPair: a reader and a writer with a buffer each.
import io


def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except BaseException as e:
        print(type(e).__name__, e, repr(e.__context__))


class Writer(io.RawIOBase):
    def writable(self):
        return True

    def write(self, b):
        print("write", bytes(b))
        return len(b)


class Reader(io.RawIOBase):
    def readable(self):
        return True

    def readinto(self, b):
        n = min(2, len(b))
        b[:n] = b"xy"[:n]
        return n


for args in ((), (io.BytesIO(),), (Writer(), Writer()), (Reader(), Reader()), (Reader(), Writer(), -1), (Reader(), Writer(), 0), (Reader(), Writer(), 5, 5), (Reader(), Writer(), "a"), (1, 2)):
    show(io.BufferedRWPair, *args)
show(io.BufferedRWPair, reader=Reader(), writer=Writer())
p = io.BufferedRWPair(Reader(), Writer(), 4)
for name, *args in (("read", 3), ("read1", 1), ("readinto", bytearray(3)), ("readinto1", bytearray(3)), ("write", b"12"), ("write", b"345"), ("flush",), ("seek", 0), ("tell",), ("truncate",), ("isatty",), ("readable",), ("writable",), ("seekable",), ("detach",), ("fileno",), ("readline", 2), ("write", "a"), ("read", "a"), ("read", 1, 2), ("write",), ("peek", 1, 2), ("readinto", b"fixed"), ("readinto1", 5)):
    print(name, end=" ")
    show(getattr(p, name), *args)
print(p.peek()[:1] in (b"x", b"y"), p.closed)
for name in ("name", "raw", "mode"):
    show(getattr, p, name)
p.write(b"z")
show(p.close)
print(p.closed)
for name, *args in (("read",), ("write", b"a"), ("close",), ("flush",), ("isatty",)):
    print(name, end=" ")
    show(getattr(p, name), *args)
u = io.BufferedRWPair.__new__(io.BufferedRWPair)
show(u.read)
show(u.write, b"")
print(io.BufferedRWPair, io.BufferedRWPair.__mro__)
with io.BufferedRWPair(io.BytesIO(b"one\ntwo\nthree"), Writer()) as p:
    print(p.readline(), list(p))
    p.write(b"end")


class Failing(Writer):
    def close(self):
        super().close()
        raise OSError("writer")


class FailingReader(Reader):
    def close(self):
        super().close()
        raise OSError("reader")


show(io.BufferedRWPair(Reader(), Failing()).close)
show(io.BufferedRWPair(FailingReader(), Writer()).close)
show(io.BufferedRWPair(FailingReader(), Failing()).close)


class Terminal(Reader):
    def isatty(self):
        return True


print(io.BufferedRWPair(Terminal(), Writer()).isatty())
