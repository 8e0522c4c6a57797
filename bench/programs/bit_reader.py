"""Reading and writing bits: bytes, shifts, masks, canonical Huffman tables."""
class BitReader:
    def __init__(self, data):
        self.data = data
        self.pos = 0
        self.bits = 0
        self.count = 0
    def need(self, n):
        while self.count < n:
            self.bits |= self.data[self.pos] << self.count
            self.pos += 1
            self.count += 8
    def read(self, n):
        self.need(n)
        r = self.bits & ((1 << n) - 1)
        self.bits >>= n
        self.count -= n
        return r
    def left(self):
        return (len(self.data) - self.pos) * 8 + self.count

def build(lengths):
    table = {}
    code = 0
    for n in range(1, max(lengths) + 1):
        for symbol, length in enumerate(lengths):
            if length == n:
                table[n, code] = symbol
                code += 1
        code <<= 1
    return table

def decode(reader, table):
    code = 0
    n = 0
    while True:
        code = code << 1 | reader.read(1)
        n += 1
        symbol = table.get((n, code))
        if symbol is not None:
            return symbol

def encode(symbols, lengths):
    codes = {v: k for k, v in build(lengths).items()}
    out = bytearray()
    acc = 0
    count = 0
    for s in symbols:
        n, code = codes[s]
        for i in range(n - 1, -1, -1):
            acc |= (code >> i & 1) << count
            count += 1
            if count == 8:
                out.append(acc)
                acc = count = 0
    if count:
        out.append(acc)
    return bytes(out)

lengths = [2, 2, 3, 3, 4, 4, 4, 4]
state = 12345
symbols = []
for _ in range(60000):
    state = (state * 1103515245 + 12345) & 0x7fffffff
    symbols.append((state >> 16) % 8)
data = encode(symbols, lengths)
reader = BitReader(data)
table = build(lengths)
out = [decode(reader, table) for _ in range(len(symbols))]
assert out == symbols
window = []
crc = 0
for s in out:
    window.append(s)
    crc = (crc << 5 ^ crc >> 27 ^ s) & 0xffffffff
print(len(data), crc, reader.left() < 8)
