"""Huffman coding both ways, bit by bit, with a heap of trees."""
import collections
import heapq


class Node:
    __slots__ = ('freq', 'sym', 'left', 'right')

    def __init__(self, freq, sym, left=None, right=None):
        self.freq, self.sym, self.left, self.right = (freq, sym, left, right)

    def __lt__(self, other):
        return (self.freq, self.sym) < (other.freq, other.sym)


class BitWriter:

    def __init__(self):
        self.out = bytearray()
        self.acc = 0
        self.n = 0

    def write(self, code, length):
        self.acc = self.acc << length | code
        self.n += length
        while self.n >= 8:
            self.n -= 8
            self.out.append(self.acc >> self.n & 255)
            self.acc &= (1 << self.n) - 1

    def finish(self):
        if self.n:
            self.out.append(self.acc << 8 - self.n & 255)
        return bytes(self.out)


class BitReader:

    def __init__(self, data):
        self.data = data
        self.pos = 0
        self.bit = 0

    def read(self):
        b = self.data[self.pos] >> 7 - self.bit & 1
        self.bit += 1
        if self.bit == 8:
            self.bit = 0
            self.pos += 1
        return b


def build(data):
    heap = [Node(f, s) for s, f in sorted(collections.Counter(data).items())]
    heapq.heapify(heap)
    while len(heap) > 1:
        a, b = (heapq.heappop(heap), heapq.heappop(heap))
        heapq.heappush(heap, Node(a.freq + b.freq, min(a.sym, b.sym), a, b))
    return heap[0]


def codes(node, prefix=0, length=0, table=None):
    if table is None:
        table = {}
    if node.left is None:
        table[node.sym] = (prefix, length)
    else:
        codes(node.left, prefix << 1, length + 1, table)
        codes(node.right, prefix << 1 | 1, length + 1, table)
    return table


def main():
    data = bytes(((i * i * 7 + i // 3) % 61 + 32 + (i % 5 == 0) * 20 for i in range(250000)))
    root = build(data)
    table = codes(root)
    w = BitWriter()
    for s in data:
        c, n = table[s]
        w.write(c, n)
    packed = w.finish()
    r = BitReader(packed)
    out = bytearray()
    for _ in range(len(data)):
        node = root
        while node.left is not None:
            node = node.right if r.read() else node.left
        out.append(node.sym)
    print(len(data), len(packed), bytes(out) == data)


main()
