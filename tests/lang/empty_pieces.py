# Nothing at all, wherever memory is copied: empty buffers may have no address, which the C library's functions must not see.
import binascii
import codecs
import hashlib
import io
import os
import random
import struct
import tempfile

EMPTIES = b"", bytearray(), memoryview(b""), memoryview(bytearray())


class Callable:
    def __call__(self, *args, **kwargs):
        return args, kwargs


print(Callable()(), Callable()(*()), Callable()(**{}), Callable().__call__())
print(f"{1.0:}|{float('inf'):5}|{float('nan'):<6}|{0.0:g}|{0:d}|{5:n}|{1e300:>8.1e}|{1:=3}")
for empty in EMPTIES:
    print(hash(bytes(empty)), bytes(empty), bytearray(empty), bytes(empty) + b"x", b"".join([empty, empty]), list(empty))
    print(int.from_bytes(empty, "big"), empty == b"", b"abc".find(empty), b"abc".replace(empty, b"-"), bytes(empty).split(), b"ab".strip(bytes(empty)))
    for name in ("md5", "sha1", "sha256", "sha512", "sha3_256", "blake2b"):
        h = hashlib.new(name, empty)
        h.update(empty)
        h.update(b"x")
        h.update(empty)
        print(h.hexdigest()[:16], end=" ")
    print(binascii.crc32(empty))
    print(bytes(empty).hex(), bytes(empty).decode(), codecs.decode(empty, "latin-1"), codecs.decode(empty, "utf-8-sig"), codecs.decode(empty, "utf-16"))
    print(codecs.getincrementaldecoder("utf-8-sig")().decode(empty), codecs.getincrementaldecoder("utf-16")().decode(empty))
    stream = io.BytesIO(empty)
    print(stream.read(), stream.readline(), stream.write(empty), stream.getvalue(), stream.seek(0), stream.readinto(bytearray()))
    print(list(struct.iter_unpack("b", empty)), struct.unpack("0s", empty), struct.pack("0s", b""))
random.seed(bytearray())
print(random.random())
random.seed(b"")
print(random.random())

grown = bytearray()
grown[:] = b""
grown[0:0] = bytearray()
grown.extend(b"")
grown += b""
grown *= 3
del grown[:]
grown.append(1)
del grown[0]
print(grown, grown.copy(), grown.translate(None), grown.isdigit(), grown * 5, grown == b"", grown < b"", sorted(grown))

rows = []
rows[:] = []
rows[0:0] = ()
del rows[:]
rows.extend([])
rows += ()
rows.sort()
rows.reverse()
print(rows, rows.copy(), rows * 3, rows + [], tuple(rows), list(reversed(rows)), sorted({}), {}.copy(), set().copy(), set() | set())
print("".join([]), "" * 4, "" + "", "".replace("", ""), "".split(), "".split(","), "".encode(), "".translate({}), "%s" % "", "".center(3), "".zfill(2))

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "file")
    with open(path, "wb") as f:
        for empty in EMPTIES:
            print(f.write(empty), end=" ")
    with open(path, "wb", buffering=0) as f:
        print(f.write(bytearray()), f.write(b""))
    with open(path, "rb") as f:
        print(f.read(), f.readline(), f.readinto(bytearray()), f.readinto1(bytearray()), f.peek(), f.read1())
    with open(path, "rb", buffering=0) as f:
        print(f.read(), f.readinto(bytearray()), f.readall())
    with open(path, "w", encoding="utf-8") as f:
        print(f.write(""), f.writelines([]))
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        with open(path, encoding=encoding, newline="") as f:
            print(repr(f.read()), repr(f.readline()), f.readlines(), f.tell())


class Raw(io.RawIOBase):
    def readable(self):
        return True

    def readinto(self, buffer):
        return 0


print(io.BufferedReader(Raw()).read(), io.BufferedReader(Raw()).readinto(bytearray()), Raw().read(), Raw().readline())
