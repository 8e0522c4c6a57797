def t(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


t(lambda: bytes(5)); t(lambda: bytes(-1)); t(lambda: bytes("a")); t(lambda: bytes("é", "latin-1")); t(lambda: bytes("a", 1)); t(lambda: bytes(5, "ascii"))
t(lambda: bytes(b"x", "ascii")); t(lambda: bytes([1, 256])); t(lambda: bytes([-1])); t(lambda: bytes(["a"])); t(lambda: bytes(1.5)); t(lambda: bytes(None))
t(lambda: bytes(2**70)); t(lambda: bytes(object())); t(lambda: bytes(errors="strict")); t(lambda: bytes(encoding="utf-8")); t(lambda: bytes("a", encoding="utf-8", errors="strict"))
t(lambda: bytes(source=b"a")); t(lambda: bytes(1, 2, 3, 4)); t(lambda: bytes(x=1)); t(lambda: bytearray(5)); t(lambda: bytearray(-1)); t(lambda: bytearray("a"))
t(lambda: bytearray([256])); t(lambda: bytearray(None)); t(lambda: bytearray(1.5)); t(lambda: b"abc"[5]); t(lambda: bytearray(b"abc")[5]); t(lambda: b"a" + "b")
t(lambda: b"a" + 1); t(lambda: bytearray(b"a") + "b"); t(lambda: b"a" * "b"); t(lambda: b"a" * 1.5)
k = "a"
t(lambda: b"abc"[k]); t(lambda: bytearray(b"abc")[k]); t(lambda: b"abc".find("a")); t(lambda: b"abc".find(256)); t(lambda: b"abc".find(97)); t(lambda: b"abc".find(1.5))
t(lambda: b"abc".index(b"z")); t(lambda: b"abc".rindex(b"z")); t(lambda: b"abc".count("a")); t(lambda: b"abc".startswith("a")); t(lambda: b"abc".startswith((b"x", "a")))
t(lambda: b"abc".startswith(1)); t(lambda: b"abc".endswith([1])); t(lambda: b"abc".split("a")); t(lambda: b"abc".split(b"")); t(lambda: b"abc".split(1)); t(lambda: b"abc".partition("a"))
t(lambda: b"abc".partition(b"")); t(lambda: b"abc".replace("a", "b")); t(lambda: b"abc".replace(b"a", 1)); t(lambda: b"abc".join([1])); t(lambda: b"abc".join(["a"])); t(lambda: b"abc".join(5))
t(lambda: b"abc".strip("a")); t(lambda: b"abc".strip(5)); t(lambda: b"abc".center(9, "x")); t(lambda: b"abc".center(9, b"xx")); t(lambda: b"abc".zfill("a")); t(lambda: b"abc".translate(b"a"))
t(lambda: b"abc".translate("a")); t(lambda: b"abc".translate(None, b"b")); t(lambda: b"abc".translate(None, delete=b"b")); t(lambda: bytes.maketrans(b"a", b"bc"))
t(lambda: bytes.fromhex("0")); t(lambda: bytes.fromhex("0g")); t(lambda: bytes.fromhex("01 02")); t(lambda: bytes.fromhex(5)); t(lambda: bytes.fromhex("é")); t(lambda: b"abc".hex(":"))
t(lambda: b"abcde".hex(":", 2)); t(lambda: b"abcde".hex(":", -2)); t(lambda: b"abc".hex(5)); t(lambda: b"abc".hex("::")); t(lambda: b"abc".hex("é")); t(lambda: b"abc".decode(1)); t(lambda: b"abc".decode("nope"))
t(lambda: "a" in b"a"); t(lambda: 300 in b"a"); t(lambda: -1 in b"a"); t(lambda: 1.5 in b"a"); t(lambda: b"" in b"a"); t(lambda: b"a" < "a"); t(lambda: b"a" < bytearray(b"b"))
t(lambda: b"a" == bytearray(b"a")); t(lambda: b"a" == memoryview(b"a")); t(lambda: b"a" == "a"); t(lambda: hash(bytearray())); t(lambda: repr(b"'")); t(lambda: repr(b"\"'\n\x00\xff\\\t"))
t(lambda: bytearray(b"abc").append("a")); t(lambda: bytearray(b"abc").append(256)); t(lambda: bytearray(b"abc").extend("ab")); t(lambda: bytearray(b"abc").extend([300])); t(lambda: bytearray(b"abc").extend(5))
t(lambda: bytearray(b"abc").insert(0, 300)); t(lambda: bytearray().pop()); t(lambda: bytearray(b"a").pop(5)); t(lambda: bytearray(b"abc").remove(100)); t(lambda: bytearray(b"abc").remove(300))
t(lambda: bytearray(b"abc").__setitem__(0, 300)); t(lambda: bytearray(b"abc").__setitem__(9, 1)); t(lambda: bytearray(b"abc").__setitem__(slice(0, 1), "ab"))
t(lambda: bytearray(b"abc").__setitem__(slice(0, 1), 5)); t(lambda: bytearray(b"abc").__setitem__(slice(0, 3, 2), b"x")); t(lambda: bytearray(b"abc").__delitem__(9)); t(lambda: b"abc".removeprefix("a"))
t(lambda: memoryview("a")); t(lambda: memoryview(b"abc")[5]); t(lambda: memoryview(b"abc")[0:2].tobytes()); t(lambda: memoryview(b"abc").__setitem__(0, 1))
t(lambda: memoryview(bytearray(b"abc")).__setitem__(0, 300)); t(lambda: memoryview(bytearray(b"abc")).__setitem__(0, "a")); t(lambda: memoryview(bytearray(b"abc")).__setitem__(slice(0, 2), b"a"))
m = memoryview(b"abc")
print(m.tolist(), m.nbytes, m.format, m.itemsize, m.shape, m.strides, m.readonly, m.ndim, m.contiguous, m.obj, hash(m) == hash(b"abc"), m.hex(), m == b"abc", m != b"b")
t(lambda: hash(memoryview(bytearray(b"abc")))); t(lambda: memoryview(b"abcd").cast("H").tolist()); t(lambda: memoryview(b"abcd").cast("z")); t(lambda: memoryview(b"abc").cast("H")); t(lambda: memoryview(b"abc")[::2].tobytes())
b = bytearray(b"hello")
v = memoryview(b)
v[0] = 72
v[1:3] = b"EL"
print(b, bytes(v[::-1]))
t(lambda: b.append(1)); v.release(); b.append(33); print(b); t(lambda: v[0])
b[1:3] = b"xyz"; print(b); del b[0]; print(b); del b[::2]; print(b); b += b"12"; b *= 2; print(b, b[-1], b[1:4], b[::-1], len(b)); b.reverse(); print(b, b.pop(), b.pop(0), b); b.insert(1, 65); b.remove(65); b.clear(); print(b, bool(b))
b.extend(range(5)); b.extend(b"x"); b.extend(b); print(b, b.copy() == b, bytearray(b"ab") * 2, list(bytearray(b"ab")), b"ab" + bytearray(b"c"), bytearray(b"a") + b"b", b"%s-%d" % (b"x", 5))
for s in (b"", b"Hello World", b" a\tb\n ", b"abcABC123", b"a,b,,c", b"\xff\x00"):
    print(s.upper(), s.lower(), s.title(), s.swapcase(), s.capitalize(), s.strip(), s.split(), s.split(b","), s.rsplit(b",", 1), s.partition(b","), s.rpartition(b","), s.replace(b"a", b"xx"), s.find(b"b"), s.count(b"a"), s.center(9, b"*"), s.zfill(5), s.expandtabs(), s.splitlines(), s[::-1], s[1:3], s * 2, s.hex(), s.isalnum(), s.isalpha(), s.isdigit(), s.islower(), s.isspace(), s.istitle(), s.isupper(), s.isascii(), list(s), s.startswith((b"H", b"a")), s.endswith(b"c"))


class B(bytes):
    pass


class A(bytearray):
    pass


print(B(b"x"), type(B(b"x").upper()), A(b"y"), type(A(b"y").upper()), B(b"x") == b"x", B(b"ab")[0], hash(B(b"x")) == hash(b"x"))
