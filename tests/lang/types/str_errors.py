# Every str method with wrong arguments: the words of its error.
def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


s = "abc"
for name, *args in (("center",), ("center", "x"), ("center", 5, ""), ("center", 5, "ab"), ("center", 5, 1), ("ljust", 1.5), ("rjust", 4, b"x"), ("zfill", "x"), ("count",), ("count", 1), ("count", "a", "x"), ("find", None), ("find", "a", 0, 1, 2), ("index", "z"), ("rindex", "zz"), ("startswith", 1), ("startswith", ["a"]), ("startswith", ("a", 1)), ("startswith", ()), ("endswith", b"c"), ("endswith", "c", "x"), ("split", 1), ("split", ""), ("split", None, "x"), ("rsplit", ""), ("partition",), ("partition", ""), ("partition", 1), ("rpartition", None), ("strip", 1), ("lstrip", b""), ("rstrip", "a", "b"), ("replace", "a"), ("replace", "a", 1), ("replace", 1, "a"), ("replace", "a", "b", "c"), ("join", 1), ("join", [1]), ("join", ["a", 2]), ("join", ["a", b"b"]), ("join",), ("encode", "nope"), ("encode", 1), ("encode", "ascii", "nope"), ("expandtabs", "x"), ("translate",), ("translate", 1), ("translate", {97: 5.5}), ("translate", {97: 0x110000}), ("translate", "x"), ("splitlines", "x"), ("removeprefix", 1), ("removesuffix",), ("upper", 1), ("title", 1), ("isalpha", 1), ("format", ), ("casefold", 2), ("isidentifier", 1), ("nosuch",), ("__getitem__", "x"), ("__getitem__", 10), ("__contains__", 1), ("__mul__", "x"), ("__add__", 1), ("__mod__", 1), ("__format__", 1), ("__format__", "d")):
    try:
        f = getattr(s, name)
    except AttributeError as e:
        print(e)
        continue
    print(name, args, end=": ")
    show(f, *args)
show(s.split, sep=1)
show(s.split, foo=1)
show(s.encode, encoding="ascii", foo=1)
show(s.splitlines, keep=1)
show(s.expandtabs, tabs=1)
for f, args in ((str.upper, ()), (str.upper, (1,)), (str.join, (1, [])), (str.maketrans, ()), (str.maketrans, (1,)), (str.maketrans, ("ab", "c")), (str.maketrans, ("a", 1)), (str.maketrans, ({"ab": 1},)), (str.maketrans, ({1.5: 1},)), (str.maketrans, ("a", "b", 3)), (str.maketrans, ("abc", "xyz", "d")), (str.maketrans, ({97: "x", "b": None, "c": 100},)), (str.format_map, ("{a}", [])), (str.format_map, ("{a}", {})), (str, ("a", "ascii")), (str, (b"a", "ascii", "strict", 1)), (str, (b"\xff", "ascii")), (str, (b"\xff", "utf-8", "replace")), (str, (b"x",)), (str, (1, "ascii"))):
    show(f, *args)
show(lambda: s + 1)
show(lambda: 1 + s)
show(lambda: s * 1.5)
show(lambda: s * "a")
show(lambda: s - "a")
show(lambda: s["a"])
show(lambda: s[1.0])
show(lambda: s[5])
show(lambda: s[-4])
show(lambda: s[::0])
show(lambda: s["a":])
show(lambda: s < 1)
show(lambda: 1 in s)
show(lambda: s in 1)
show(lambda: -s)
show(lambda: s())
show(lambda: s * (10 ** 20))
show(setattr, s, "x", 1)
show(delattr, s, "x")
show(hash, [])
show(lambda: s.__class__("x", y=1))
show(lambda: "".join(x for x in [1]))
show(lambda: "a".join({"k": 1, 2: 3}))
show(lambda: str(object=5), )
show(lambda: str(b"abc", errors="strict"))
show(lambda: str(b"\xe9", encoding="latin-1"))


def assign():
    t = "abc"
    t[0] = "x"


def remove():
    t = "abc"
    del t[0]


show(assign)
show(remove)
