def t(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


t(lambda: "a" + 1); t(lambda: "a".join([1])); t(lambda: "a".join(5)); t(lambda: "abc".find(1)); t(lambda: "abc".find())
t(lambda: "abc".index("z")); t(lambda: "abc".rindex("z")); t(lambda: "abc".startswith(1)); t(lambda: "abc".startswith((1,)))
t(lambda: "abc".startswith("a", None, None)); t(lambda: "abc".split("")); t(lambda: "abc".split(1)); t(lambda: "a".partition(""))
t(lambda: "a".partition(1)); t(lambda: "a".replace("a", 1)); t(lambda: "a".replace(1, "a")); t(lambda: "a".center("x"))
t(lambda: "a".center(3, "xx")); t(lambda: "a".center(3, 1)); t(lambda: "a".ljust(3, 1)); t(lambda: "a".strip(1)); t(lambda: "a".encode(1))
t(lambda: "a".encode("nope")); t(lambda: "é".encode("ascii", "nope")); t(lambda: "a" * "b"); t(lambda: "a"["b"]); t(lambda: "a"[5])
t(lambda: 1 in "a"); t(lambda: "a" < 1); t(lambda: "abc".count(1)); t(lambda: "a".maketrans(1)); t(lambda: "a".maketrans("a", "bc"))
t(lambda: "a".maketrans("a", 1)); t(lambda: "a".maketrans({"ab": 1})); t(lambda: "a".maketrans({1.5: 1})); t(lambda: "a".maketrans("a", "b", 1))
t(lambda: "a".translate({97: 1.5})); t(lambda: "a".translate({97: 0x110000})); t(lambda: "a".translate(5)); t(lambda: "a".zfill("x"))
t(lambda: "a".expandtabs("x")); t(lambda: "a".splitlines(keepends="x")); t(lambda: "a".removeprefix(1)); t(lambda: "a".isupper(1))
t(lambda: "a".format_map()); t(lambda: "a".upper(x=1)); t(lambda: "x".split(sep="x", maxsplit="a")); t(lambda: "x".split("x", 1, 2))
t(lambda: "x".foo); t(lambda: str(1, 2)); t(lambda: str(b"a", 1)); t(lambda: str(b"a", "ascii", "strict", 1)); t(lambda: str("a", "ascii"))
t(lambda: str(x=1)); t(lambda: str(object=5)); t(lambda: str(b"abc", encoding="ascii")); t(lambda: str(5, "ascii")); t(lambda: str(errors="x"))
t(lambda: str(b'\xff', errors="replace")); t(lambda: "a".endswith(1)); t(lambda: "{}".format_map([1])); t(lambda: "abc".rsplit(None, "x"))
t(lambda: "a".__contains__(1)); t(lambda: "abc" * (2**62)); t(lambda: "abc" * (2**70)); t(lambda: "a".__getnewargs__()); t(lambda: "abc".__add__(1))
t(lambda: "a" % 1); t(lambda: "abc".count("b", "x")); t(lambda: "abc".rjust(2**70)); t(lambda: "a".join(["b", 1])); t(lambda: "a".isascii())
t(lambda: "abc".__sizeof__()); t(lambda: type(iter("abc"))); t(lambda: type(iter("é"))); t(lambda: "x".find(1, 2, 3, 4)); t(lambda: "x".find("x", 1.5))
t(lambda: "x".startswith()); t(lambda: "x".find(x=1)); t(lambda: "x".join()); t(lambda: "x".replace("a")); t(lambda: "x".replace("a", "b", "c"))
t(lambda: "x".replace("a", "b", 1, 2)); t(lambda: "x".split(maxsplit=1.5)); t(lambda: "x".splitlines(1, 2)); t(lambda: "x".encode("utf-8", "strict", 1))
t(lambda: "x".zfill()); t(lambda: "x".ljust()); t(lambda: "x".strip("a", "b")); t(lambda: "x".split(foo=1)); t(lambda: "x".index("x", None, 5))
t(lambda: str.maketrans()); t(lambda: "abc".replace("", "-", 2)); t(lambda: "".replace("", "-", 2)); t(lambda: "abc".replace("", "-", -1))
t(lambda: "\x1c\u2028a\r\nb".splitlines()); t(lambda: "ab\tc\n\td".expandtabs(4)); t(lambda: "abc".__format__(1)); t(lambda: "abc".find("", 5))
t(lambda: "abc".find("", 3)); t(lambda: "abc".rfind("", 1, 10)); t(lambda: "abc".startswith("", 4)); t(lambda: "abc".startswith("", 3))
t(lambda: "abc".startswith("bc", -2)); t(lambda: "abc".count("", 1)); t(lambda: "abc".count("", 4))

for s in ("", "a", "abc abc", "Straße ǆ İ ΑΣ ΑΣΑ ŉ", "x\u00e9\u20ac\U0001F600y", "ﬀ ΰ ǰ", "\u01c5abc \u1fd7", "١٢³½Ⅷ", "a1_", "1a", " \t\n\u3000\x85\x1f", "\u2028", "\ud800", "Hello World", "HELLO", "hello", "9", "_é"):
    print(ascii(s), ascii([s.upper(), s.lower(), s.title(), s.swapcase(), s.capitalize(), s.casefold()]))
    print([s.isalnum(), s.isalpha(), s.isascii(), s.isdecimal(), s.isdigit(), s.isidentifier(), s.islower(), s.isnumeric(), s.isprintable(), s.isspace(), s.istitle(), s.isupper()])
    print(ascii([s.split(), s.rsplit(None, 1), s.split("a"), s.partition("b"), s.rpartition("b"), s[::-1], s[1:], s[:-1], s[::2], s.strip("ax"), s.center(9, "*"), s.zfill(5), s * 2, s.replace("a", "\u20ac"), len(s), list(s)]))
    print(repr(s) if s.isprintable() else ascii(s), hash(s) == hash(s + "") , s == s + "", s + "\U0001F600" > s)
print("a,b,,c".split(","), "a,b,,c".split(",", 1), "a,b,,c".rsplit(",", 2), " a  b ".split(" "), "a\nb\r\nc\rd\x0be".splitlines(), "a\nb\n".splitlines(True))
print("aaa".count("a"), "aaaa".count("aa"), "abcabc".find("c", 3), "abcabc".rfind("a"), "abc".find("abcd"), "x" in "xyz", "" in "", "é" in "caf\u00e9", "\u20ac" in "abc")
print("-".join("abc"), "".join([]), ", ".join(["x"]), "\u20ac".join("ab"), "".join(["a", "\U0001F600", "é"]), "ab" < "abc", "b" > "abc", "é" > "z", "\U0001F600" > "\uffff")
print("%s" % ("x" * 3), "abc".translate({97: "X", 98: None, 99: 0x20ac}), "abc".translate(str.maketrans("ab", "xy", "c")), str.maketrans({"a": 1, 5: "x"}))
print("TestHook".removeprefix("Test"), "TestHook".removesuffix("Hook"), "abc".removeprefix("x"), "+5".zfill(4), "-5".zfill(4), "5".zfill(0), "x".ljust(3) + "|", "x".rjust(3, "é"))


class S(str):
    def __new__(cls, v, extra=None):
        self = super().__new__(cls, v)
        self.extra = extra
        return self


s = S("abc", 5)
print(s, repr(s), s.extra, type(s), type(s.upper()), s + "d", type(s + "d"), s == "abc", hash(s) == hash("abc"), {s: 1}["abc"], isinstance(s, str), len(s), s[1], type(s[:]), type(s.strip()), s.find("b"), "-".join([s, s]), s * 2, "b" in s, f"{s:>5}", "%s" % s, list(s), sorted([S("b"), S("a")]), type(str(s)))
x = ""
for i in range(1000):
    x += str(i)
y = x
x += "!"
print(len(x), len(y), y[-3:], x[-3:])
z = "é" * 40
w = z
for i in range(5):
    z += "\u20ac" if i % 2 else "a"
print(len(w), len(z), ascii(z[38:]))
