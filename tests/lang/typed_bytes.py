"""Items of bytes in code on unboxed ints, and what stands in their place now and then."""


class Reader:
    def __init__(self, data):
        self.data = bytes(data)
        self.pos = 0

    def read(self):
        b = self.data[self.pos] >> 1 & 3
        self.pos += 1
        return b


class Sub(bytes):
    def __getitem__(self, index):
        return 1000


def checksum(data, n):
    total = 0
    for i in range(n):
        total = (total * 31 + data[i] - data[-1 - i]) % 65521
    return total


def at(data, i):
    return data[i] + 1


r = Reader(range(200, 256))
print([r.read() for _ in range(56)])
try:
    r.read()
except IndexError as e:
    print(e, r.pos)
data = bytes(i * 7 % 256 for i in range(300))
print(checksum(data, 300), checksum(b"\x00\xff", 2), checksum(b"", 0))
for i in (0, 299, -1, -300, 300, -301, 2 ** 70, True):
    try:
        print(at(data, i))
    except IndexError as e:
        print(type(e).__name__, e)
others = [bytearray(data), Sub(data), memoryview(data), list(data), Reader, "text"]
for other in others:
    try:
        print(globals()["checksum"](other, 5), globals()["at"](other, 3))
    except (TypeError, AttributeError) as e:
        print(e)
