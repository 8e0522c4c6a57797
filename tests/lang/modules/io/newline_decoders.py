# IncrementalNewlineDecoder: ends of lines across pieces, with and without a decoder below.
import codecs
import io


def show(f, *args, **kw):
    try:
        print(ascii(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


D = io.IncrementalNewlineDecoder
print(D, D.__mro__)
show(D)
show(D, None)
show(D, None, True, "strict", "x")
show(D, None, "a")
d = D(None, True)
for step in (("decode", "a\r"), ("getstate",), ("decode", "\nb\rc\n"), ("newlines",), ("reset",), ("getstate",), ("newlines",), ("decode", b"a"), ("decode", "q\r", 0), ("decode", "", False), ("decode", "", True), ("newlines",), ("setstate", (b"", 1)), ("decode", "z"), ("setstate", 5), ("setstate", (1,)), ("setstate", (b"", "a")), ("getstate",), ("decode", "\r"), ("decode", "\r"), ("decode", "\r\n\n"), ("newlines",), ("decode",)):
    print(*map(ascii, step), end=": ")
    name, *args = step
    print(d.newlines) if name == "newlines" else show(getattr(d, name), *args)
show(d.decode, "x\r", final=True)
show(d.decode, input="y\r\n")
d = D(codecs.getincrementaldecoder("utf-8")(), False)
show(d.decode, b"a\r\xc3")
show(d.getstate)
show(d.decode, b"\xa9\n\r")
show(d.getstate)
state = d.getstate()
show(d.reset)
show(d.getstate)
show(d.setstate, state)
show(d.decode, b"\nz\xff", True)
show(lambda: d.newlines)
show(d.reset)
show(lambda: d.newlines)
d = D(codecs.getincrementaldecoder("utf-16")(), translate=1, errors="any")
data = "a\r\nb\rc\n\U0001f600\r".encode("utf-16")
print(ascii([d.decode(data[i:i + 3], i + 3 >= len(data)) for i in range(0, len(data), 3)]), d.newlines)


class Bad:
    def decode(self, data, final=False):
        return 5 if data else final

    def getstate(self):
        return 5

    def setstate(self, state):
        print("setstate", state)

    def reset(self):
        return 7


d = D(Bad(), True)
show(d.decode, b"")
show(d.decode, b"x")
show(d.getstate)
show(d.setstate, (b"a", 7))
show(d.reset)
u = D.__new__(D)
for name in ("reset", "getstate"):
    show(getattr(u, name))
show(u.decode, "")


class Sub(D):
    pass


show(Sub(None, False).decode, "\r\n\ud800\r")
