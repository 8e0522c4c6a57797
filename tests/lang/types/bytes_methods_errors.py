# bytes and bytearray: construction from everything, each method with right and wrong arguments, results' types.
def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)), end="; ")
    except Exception as e:
        print(type(e).__name__, e, end="; ")


class HasBytes:
    def __bytes__(self):
        return b"made"


class BadBytes:
    def __bytes__(self):
        return "x"


class Index:
    def __index__(self):
        return 3


for kind in (bytes, bytearray):
    print(kind.__name__)
    for a in ((), (3,), (0,), (-1,), ([1, 2, 255],), ([256],), ([-1],), (["a"],), ((65, True),), ("abc",), ("é", "utf-8"), ("é", "ascii"), ("é", "ascii", "ignore"), ("a", "nope"), (b"ab",), (bytearray(b"cd"),), (memoryview(b"efg")[::2],), (range(3),), ({65},), (1.5,), (None,), (HasBytes(),), (BadBytes(),), (Index(),), (b"a", "utf-8"), (1, "utf-8"), ("a", 5), (iter([1, 2]),), (10 ** 30,), ({"a": 1},)):
        show(kind, *a)
    show(kind, source=b"x")
    show(kind, "x", encoding="ascii")
    show(kind, encoding="ascii")
    show(kind, [1], errors="x")
    print()
    s = kind(b"Hello, World")
    for name, *args in (("find", b"o"), ("find", 111), ("find", 256), ("find", "o"), ("find", b"o", 5, -1), ("rfind", b"o"), ("index", b"zz"), ("rindex", 90), ("count", b"l"), ("count", 108), ("count", b""), ("count", 1.5), ("startswith", b"He"), ("startswith", (b"x", b"H")), ("startswith", "H"), ("startswith", ["x"]), ("endswith", b"ld", 0, 5), ("replace", b"l", b"LL"), ("replace", b"l", b"", 1), ("replace", "l", b""), ("replace", b"", b"."), ("split",), ("split", b", "), ("split", b""), ("split", ","), ("split", b"o", 1), ("rsplit", b"o", 1), ("rsplit", None, 1), ("partition", b","), ("partition", ","), ("rpartition", b"zz"), ("strip", b"Hd"), ("strip", "H"), ("lstrip",), ("rstrip", b"dlr"), ("center", 20, b"*"), ("center", 20, "*"), ("center", 20, b"**"), ("ljust", 14), ("rjust", 14, bytearray(b"-")), ("zfill", 15), ("upper",), ("lower",), ("title",), ("capitalize",), ("swapcase",), ("isalpha",), ("isalnum",), ("isdigit",), ("islower",), ("isupper",), ("isspace",), ("istitle",), ("isascii",), ("hex",), ("hex", ":"), ("hex", "-", 2), ("hex", "-", -5), ("hex", "ab"), ("hex", "é"), ("hex", 5), ("hex", b":"), ("decode",), ("decode", "ascii", "strict"), ("decode", "nope"), ("decode", 5), ("join", [b"a", bytearray(b"b"), memoryview(b"c")]), ("join", ["a"]), ("join", [1]), ("join", 5), ("translate", None, b"lo"), ("translate", bytes(range(256))), ("translate", b"short"), ("translate", bytes(255) + b"x", b"H"), ("expandtabs",), ("splitlines",), ("removeprefix", b"He"), ("removesuffix", b"rld"), ("removeprefix", "He"), ("__getitem__", 0), ("__getitem__", slice(1, 8, 3)), ("__getitem__", 99), ("__getitem__", "a"), ("__contains__", 72), ("__contains__", b"lo"), ("__contains__", 300), ("__contains__", "l"), ("__mul__", 2), ("__add__", b"!"), ("__add__", "!"), ("__mod__", 5)):
        show(getattr(s, name), *args)
    print()
    show(kind.fromhex, "48 65 6c6C6f")
    show(kind.fromhex, "4")
    show(kind.fromhex, "4g")
    show(kind.fromhex, "é")
    show(kind.fromhex, b"41")
    show(kind.fromhex, " 4 1")
    show(kind.maketrans, b"ab", b"c")
    show(lambda: kind.maketrans(b"abc", b"xyz")[96:101])
    show(lambda: s < "x")
    show(lambda: s == "Hello, World")
    show(lambda: s < b"I")
    show(lambda: s + bytearray(b"!"))
    show(lambda: b"!" + s)
    show(lambda: [s] == [b"Hello, World"])
    show(lambda: s.hex(sep=" ", bytes_per_sep=3))
    show(lambda: kind(b"a\tb\n\xff'\"\\"))
    show(lambda: kind(b"it's"))
    show(lambda: s.split(maxsplit=1))
    show(lambda: kind(b"a\nb\r\nc\rd\x0be").splitlines(keepends=True))
    show(lambda: hash(s) == hash(b"Hello, World"))
    show(lambda: {s: 1})
    show(lambda: s * -1)
    show(lambda: kind(b"%d-%s-%a-%x-%c-%5.1f-%r") % (5, b"x", "é", 255, 65, 1.25, "q"))
    show(lambda: kind(b"%s") % "text")
    show(lambda: kind(b"%(k)b!") % {b"k": b"v"})
    show(lambda: kind(b"%b") % 5)
    show(lambda: kind(b"%c") % 256)
    print()
show(lambda: b"abc" + 5)
show(lambda: 5 in b"abc")
show(lambda: b"a"[0] + b"a"[0:1][0])
show(lambda: b"".join([b"x"] * 3))
show(lambda: str(b"abc"))
show(lambda: f"{b'x'} {b'x'!r:>6}")
show(lambda: format(b"x", ">3"))
show(lambda: bytes.join)
show(lambda: list(b"ab"))
show(lambda: sorted(b"hello", reverse=True))
show(lambda: max(b"hello"))
show(lambda: b"a" < bytearray(b"b"))
print()
