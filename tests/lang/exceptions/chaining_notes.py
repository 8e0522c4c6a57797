# Exception objects: args, context and cause, notes, tracebacks, subclasses, str and repr of built-in ones.
def show(act):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)


def chain(e):
    out = []
    while e is not None:
        out.append(repr(e))
        e = e.__cause__ if e.__cause__ is not None else (None if e.__suppress_context__ else e.__context__)
    return " <- ".join(out)


def f():
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            [][1]
    except IndexError as e:
        try:
            {}["k"]
        except KeyError as k:
            raise RuntimeError("last") from e


try:
    f()
except RuntimeError as e:
    print(chain(e), "|", repr(e.__context__), e.__suppress_context__)
    e.__cause__ = None
    print(chain(e))
    e.__suppress_context__ = False
    print(chain(e))
    e.__context__ = None
    print(chain(e))
    show(lambda: setattr(e, "__cause__", 5))
    show(lambda: setattr(e, "__context__", 5))
    show(lambda: setattr(e, "__traceback__", 5))
    show(lambda: delattr(e, "__cause__"))
    show(lambda: setattr(e, "args", 5))
    e.args = [1, 2]
    print(e.args, e, repr(e))
e = ValueError("a", 2)
print(e.args, str(e), repr(e), ValueError(), repr(ValueError()), str(ValueError("x")), repr(ValueError("x")), [ValueError(1)])
e.extra = "attr"
print(e.__dict__, vars(e), e.extra)
e.add_note("n1")
e.add_note("n2\nmore")
print(e.__notes__, e.__dict__)
show(lambda: e.add_note(5))
show(lambda: ValueError(a=1))
show(lambda: BaseException.__new__(int))
print(repr(KeyError("k")), str(KeyError("k")), str(KeyError("a", "b")), str(KeyError()), str(KeyError(("t",))))
print(OSError(2, "No such"), repr(OSError(2, "No such")), OSError(2, "No such", "file").filename, str(OSError(2, "m", "f")), str(OSError(2, "m", "f", None, "g")), str(OSError("only")))
print(type(OSError(2, "x")).__name__, type(OSError(13, "x")).__name__, type(OSError(17, "x")).__name__, type(OSError(32, "")).__name__, type(OSError(99999, "x")).__name__)
o = OSError(2, "x", "fn")
print(o.errno, o.strerror, o.filename, o.filename2, o.args)
print(issubclass(ConnectionResetError, OSError), IOError is OSError, EnvironmentError is OSError)
s = StopIteration(5)
print(s.value, StopIteration().value, s.args, StopIteration(1, 2).value)
x = SystemExit(3)
print(x.code, SystemExit().code, SystemExit(1, 2).code)
u = UnicodeDecodeError("utf-8", b"abc\xff", 3, 4, "bad byte")
print(u, u.encoding, u.object, u.start, u.end, u.reason)
u = UnicodeEncodeError("ascii", "h\xe9llo", 1, 2, "ordinal")
print(u, repr(u))
print(UnicodeEncodeError("ascii", "h\xe9\xeallo", 1, 3, "ordinal"), UnicodeTranslateError("a\u3042", 1, 2, "r"))
show(lambda: UnicodeDecodeError("a"))
ne = NameError("m", name="nm")
print(ne.name, ne, AttributeError("m", name="n", obj=5).obj, ImportError("m", name="mod", path="p").path, ImportError("m").name)
show(lambda: ImportError("m", foo=1))
se = SyntaxError("msg", ("f.py", 3, 7, "text", 3, 9))
print(se, se.lineno, se.offset, se.text, se.filename, se.msg, se.end_lineno, repr(se))
print(SyntaxError("just"), SyntaxError("m", ("f", 1, 2, None)))


class Custom(Exception):
    def __init__(self, code, msg="dflt"):
        super().__init__(msg)
        self.code = code

    def __str__(self): return f"[{self.code}] {super().__str__()}"


c = Custom(5)
print(c, repr(c), c.args, c.code, isinstance(c, Exception))


class NoInit(ValueError):
    def __init__(self, *a, **k): self.k = k


n = NoInit(1, 2, x=3)
print(n.args, n.k, repr(n), str(n))


class KwOnly(Exception):
    def __init__(self, *, a): self.a = a


show(lambda: KwOnly(1))
k = KwOnly(a=1)
print(k.args, k.a)


class Attrs(Exception):
    x: int = 5
    def __eq__(self, o): return isinstance(o, Attrs)
    __hash__ = Exception.__hash__


print(Attrs() == Attrs(), ValueError(1) == ValueError(1), len({ValueError(1), ValueError(1)}))


def tb_lines(e):
    t, out = e.__traceback__, []
    while t:
        out.append((t.tb_frame.f_code.co_name, t.tb_lineno))
        t = t.tb_next
    return out


def a(): b()
def b(): raise ValueError("deep")


try:
    a()
except ValueError as e:
    print(tb_lines(e))
    saved = e
try:
    raise saved
except ValueError as e:
    print(tb_lines(e), e is saved)
try:
    raise saved.with_traceback(None)
except ValueError as e:
    print(tb_lines(e))
print(Exception.__subclasses__()[:1] != [], [k.__name__ for k in ZeroDivisionError.__mro__], BaseException.__base__)
print(ExceptionGroup.__mro__[1].__name__, issubclass(ExceptionGroup, Exception), KeyboardInterrupt.__base__.__name__, GeneratorExit.__base__.__name__)
err = ValueError("self")
try:
    try:
        raise err
    except ValueError:
        raise err
except ValueError as again:
    print(again.__context__, again is err)
try:
    try:
        raise KeyError("one")
    except KeyError as k1:
        try:
            raise ValueError("two")
        except ValueError as v2:
            raise k1
except KeyError as k1:
    print(repr(k1), repr(k1.__context__), repr(k1.__context__.__context__))
