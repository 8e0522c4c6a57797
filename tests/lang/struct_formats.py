import struct
import tempfile
import os


def t(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__module__, type(e).__name__, ascii(str(e)))


for code, value in (("b", 200), ("B", -1), ("h", 40000), ("<h", 40000), ("<H", -1), ("i", 2**31), ("<i", 2**31), ("I", -1), ("q", 2**63), ("<q", 2**63), ("Q", -1), ("<Q", 2**64), ("i", 1.5), ("i", "a"), ("f", "a"), ("<f", 1e300), ("f", 1e300), ("s", "a"), ("s", 5), ("5s", b"abc"), ("2s", b"abc"), ("5p", b"abc"), ("c", b"ab"), ("c", "a"), ("?", []), ("?", 5), ("ii", 1), ("z", 1), ("5", 1), ("e", 1.5), ("<e", 1e10), ("!I", 1), (">d", 1.1), (b"<h", 1), ("q", -2**63), ("Q", 2**64 - 1), ("b", True), ("x", 1), ("0s", b"")):
    print(code, value, end=" ")
    t(lambda: struct.pack(code, value))
t(lambda: struct.pack("i")); t(lambda: struct.pack(5, 1)); t(lambda: struct.pack()); t(lambda: struct.unpack("i", b"abc")); t(lambda: struct.unpack("i", "abcd"))
t(lambda: struct.unpack_from("i", b"abc")); t(lambda: struct.unpack_from("i", b"abcdef", 4)); t(lambda: struct.unpack_from("i", b"abcdef", -1)); t(lambda: struct.unpack_from("i", b"abcdef", -10)); t(lambda: struct.unpack_from("<h", b"abcdef", offset=2))
t(lambda: struct.pack_into("i", bytearray(3), 0, 1)); t(lambda: struct.pack_into("i", bytearray(8), 6, 1)); t(lambda: struct.pack_into("i", b"abcd", 0, 1)); t(lambda: struct.pack_into("i", bytearray(8), -9, 1)); t(lambda: struct.pack_into("i", bytearray(8)))
b = bytearray(8)
struct.pack_into("<hh", b, 2, 1, -1)
print(b)
t(lambda: [struct.calcsize(f) for f in ("bhilq", "<bhilq", "@bq", "=bq", "0i", "b0i", "b i 3x", "nN", "P", "")]); t(lambda: struct.calcsize("<n")); t(lambda: struct.calcsize("10000000000000000000i"))
t(lambda: list(struct.iter_unpack("<h", b"abcd"))); t(lambda: struct.iter_unpack("<h", b"abc")); t(lambda: struct.iter_unpack("", b"abc"))
s = struct.Struct("<hh")
print(s.format, s.size, s.pack(1, 2), s.unpack(b"\1\0\2\0"), s.unpack_from(b"x\1\0\2\0", 1), list(s.iter_unpack(bytes(8))))
t(lambda: s.unpack(b"a")); t(lambda: s.pack(1)); t(lambda: struct.unpack("3c2x?", b"abcxx\x01")); t(lambda: struct.unpack("<e", b"\x00\x3e")); t(lambda: struct.unpack(">q", b"\xff" * 8)); t(lambda: struct.unpack("Q", b"\xff" * 8)); t(lambda: struct.error.__mro__)
with tempfile.TemporaryDirectory(prefix="x-") as d:
    print(os.path.basename(d)[:2], os.path.isdir(d))
    with tempfile.NamedTemporaryFile("w+", dir=d, suffix=".t") as f:
        f.write("hello")
        f.seek(0)
        print(f.read(), f.name.endswith(".t"), os.path.exists(f.name), os.path.dirname(f.name) == d)
    print(os.path.exists(f.name))
    fd, p = tempfile.mkstemp(dir=d)
    os.close(fd)
    os.makedirs(os.path.join(tempfile.mkdtemp(dir=d), "sub"))
print(os.path.exists(d))
with tempfile.TemporaryFile() as f:
    f.write(b"abc")
    f.seek(1)
    print(f.read())
with tempfile.SpooledTemporaryFile(max_size=4, mode="w+") as f:
    f.write("ab")
    f.write("cdef")
    f.seek(0)
    print(f.read())
