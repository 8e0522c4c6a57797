# Text processing: word counts, caesar and vigenere, run lengths, huffman codes, edit distance, LCS diff, justification, roman numerals, a trie.
import heapq
import string
from collections import Counter
from functools import lru_cache
from itertools import groupby

TEXT = """It was the best of times, it was the worst of times, it was the age of wisdom, it was the age of foolishness,
it was the epoch of belief, it was the epoch of incredulity, it was the season of Light, it was the season of Darkness."""

words = [w.strip(string.punctuation).lower() for w in TEXT.split()]
print(Counter(words).most_common(4), len(set(words)), max(words, key=len), sorted(set(words), key=lambda w: (-len(w), w))[:5])
print({k: [*g] for k, g in groupby(sorted(set(words)), key=lambda w: w[0])})


def caesar(text, k):
    lower, upper = string.ascii_lowercase, string.ascii_uppercase
    return text.translate(str.maketrans(lower + upper, lower[k:] + lower[:k] + upper[k:] + upper[:k]))


def vigenere(text, key, sign=1):
    keys = iter(key * len(text))
    return "".join(chr((ord(c) - 97 + sign * (ord(next(keys)) - 97)) % 26 + 97) if c.islower() else c for c in text)


secret = caesar("Hello, World!", 3)
print(secret, caesar(secret, 23), vigenere("attack at dawn", "lemon"), vigenere(vigenere("attack at dawn", "lemon"), "lemon", -1))


def rle(s): return "".join(f"{n if (n := len([*g])) > 1 else ''}{c}" for c, g in groupby(s))


def unrle(s):
    out, n = [], ""
    for c in s:
        if c.isdigit():
            n += c
        else:
            out.append(c * int(n or 1))
            n = ""
    return "".join(out)


print(rle("aaabccddddde"), unrle(rle("aaabccddddde")), rle(""))


class Huff:
    def __init__(self, text):
        self.codes = {}
        heap = [(n, i, c) for i, (c, n) in enumerate(sorted(Counter(text).items()))]
        heapq.heapify(heap)
        count = len(heap)
        while len(heap) > 1:
            (n1, _, a), (n2, _, b) = heapq.heappop(heap), heapq.heappop(heap)
            heapq.heappush(heap, (n1 + n2, count := count + 1, (a, b)))
        self.tree = heap[0][2]
        self._walk(self.tree, "")

    def _walk(self, node, prefix):
        match node:
            case (a, b):
                self._walk(a, prefix + "0")
                self._walk(b, prefix + "1")
            case leaf:
                self.codes[leaf] = prefix or "0"

    def encode(self, s): return "".join(map(self.codes.__getitem__, s))

    def decode(self, bits):
        out, node = [], self.tree
        for b in bits:
            node = node[int(b)]
            if isinstance(node, str):
                out.append(node)
                node = self.tree
        return "".join(out)


h = Huff("abracadabra")
bits = h.encode("abracadabra")
print(sorted(h.codes.items()), bits, len(bits), h.decode(bits))


@lru_cache(None)
def distance(a, b):
    if not a or not b:
        return len(a) + len(b)
    return min(distance(a[1:], b) + 1, distance(a, b[1:]) + 1, distance(a[1:], b[1:]) + (a[0] != b[0]))


print(distance("kitten", "sitting"), distance("flaw", "lawn"), distance("", "abc"), distance.cache_info().currsize)


def diff(a, b):
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            table[i][j] = table[i + 1][j + 1] + 1 if a[i] == b[j] else max(table[i + 1][j], table[i][j + 1])
    i = j = 0
    while i < len(a) or j < len(b):
        if i < len(a) and j < len(b) and a[i] == b[j]:
            yield " ", a[i]
            i, j = i + 1, j + 1
        elif j == len(b) or i < len(a) and table[i + 1][j] >= table[i][j + 1]:
            yield "-", a[i]
            i += 1
        else:
            yield "+", b[j]
            j += 1


print(*(m + t for m, t in diff("the quick brown fox".split(), "the slow brown dog runs".split())), sep="|")
print("".join(t for m, t in diff("ABCBDAB", "BDCABA") if m == " "))


def justify(text, width):
    line, n = [], 0
    for w in text.split():
        if n + len(line) + len(w) > width:
            gaps = max(1, len(line) - 1)
            space, extra = divmod(width - n, gaps)
            yield "".join(w2 + " " * (space + (i < extra)) if i < gaps else w2 for i, w2 in enumerate(line))
            line, n = [], 0
        line.append(w)
        n += len(w)
    yield " ".join(line)


for l in justify(TEXT, 40):
    print(f"|{l:<40}|")


class Roman(int):
    pairs = list(zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "M CM D CD C XC L XL X IX V IV I".split()))

    def __new__(cls, v):
        if isinstance(v, str):
            total, text = 0, v
            for n, s in cls.pairs:
                while text.startswith(s):
                    total, text = total + n, text[len(s):]
            if text or str(cls(total)) != v:
                raise ValueError(f"not a roman numeral: {v!r}")
            v = total
        return super().__new__(cls, v)

    def __str__(self):
        out, n = "", int(self)
        for v, s in self.pairs:
            k, n = divmod(n, v)
            out += s * k
        return out

    def __add__(self, o): return Roman(int(self) + int(o))
    def __repr__(self): return f"Roman('{self}')"


print([str(Roman(n)) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 3999)], Roman("MCMXCIV") + Roman("VI"), Roman("X") > 9, f"{Roman(5)} {Roman(5):>4} {Roman(5):03d}", sum([Roman(2)] * 3, Roman(0)))
for bad in ("IIII", "VX", "ABC", "IC"):
    try:
        Roman(bad)
    except ValueError as e:
        print(e)


class Trie:
    def __init__(self, words=()):
        self.root = {}
        for w in words:
            self.add(w)

    def add(self, word):
        node = self.root
        for c in word:
            node = node.setdefault(c, {})
        node[None] = word

    def __contains__(self, word):
        node = self.root
        return all((node := node.get(c)) is not None for c in word) and None in node

    def complete(self, prefix):
        node = self.root
        for c in prefix:
            if c not in node:
                return
            node = node[c]
        yield from self._words(node)

    def _words(self, node):
        for k in sorted(node, key=lambda k: k or ""):
            if k is None:
                yield node[k]
            else:
                yield from self._words(node[k])


t = Trie(words)
print("was" in t, "wa" in t, list(t.complete("w")), list(t.complete("zz")), sum(1 for _ in t.complete("")))
print("é".encode(), "ñandú".title(), "straße".upper(), "ǅ".lower(), "".join(reversed("日本語")), "%s|%5.2f|%-6s|%06d" % ("x", 3.14159, "ab", 42), "a,b,,c".split(","), " x  y ".split(), "k=v=w".partition("="), "path/to/f.txt".rpartition("/"))
