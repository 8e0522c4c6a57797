"""Strs and comparisons in functions that are tried on unboxed values."""


# Inference does not see what is passed by this.
def call(name, *args):
    return globals()[name](*args)


def report(name, *args):
    try:
        print(name, call(name, *args))
    except Exception as e:
        print(name, type(e).__name__, e)


def distance(a, b):
    previous = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        current = [i]
        for j, y in enumerate(b, 1):
            current.append(min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (x != y)))
        previous = current
    return previous[-1]


print(distance("kitten", "sitting"), distance("", "abc"), distance("naïve", "naive"), distance("日本語", "日本"), distance("a\U0001F600b", "ab"))


class Loud(str):
    def __eq__(self, other):
        print("==", str(self), str(other))
        return True

    def __ne__(self, other):
        print("!=", str(self), str(other))
        return False

    def __iter__(self):
        print("iter", str(self))
        return iter("zz")

    def __len__(self):
        return 2

    def __getitem__(self, index):
        return Loud(str(self)[index])

    __hash__ = str.__hash__


report("distance", Loud("ab"), "cd")
report("distance", ["a", Loud("b")], ["b", "c"])
report("distance", b"abc", b"abd")
report("distance", (1, 2.0, None), (1.0, 2, None))


def winner(board, lines):
    for a, b, c in lines:
        if board[a] != " " and board[a] == board[b] == board[c]:
            return board[a]
    return None


LINES = [(0, 1, 2), (3, 4, 5), (0, 4, 8)]
print(winner(list("XXX      "), LINES), winner(list("X   X   X"), LINES), winner([" "] * 9, LINES), winner(list("XOXOXOOXO"), LINES))
nan = float("nan")
for row in [[nan] * 9, [1, 1.0, True] * 3, [None] * 9, [(1, nan)] * 9, [2 ** 70] * 9, [Loud("q")] * 9, [[1]] * 9, [1, 2], ["é", "é", "é"] * 3, [b"x", "x", b"x"] * 3]:
    report("winner", row, LINES)


def vowels(text):
    count, last, out = 0, "", ""
    for c in text:
        if c == "a" or c in "eiou":
            count += 1
            last = c
        out += c + "."
    return count, last, out, text[0], text[-1], text[1:3]


print(vowels("consonants"), vowels("état"), vowels("日本a"), vowels("ab"))
report("vowels", "")
report("vowels", ["a", "e"])
report("vowels", Loud("hello"))
report("vowels", b"abc")
report("vowels", 5)


def shift(text, by):
    out = []
    for c in text:
        code = ord(c)
        if "a" <= c <= "z":
            out.append(chr((code - 97 + by) % 26 + 97))
        elif c > "~":
            out.append(str(code))
        else:
            out.append(c.upper())
    return "".join(out)


print(shift("hello, world", 3), shift("ünïcode \U0001F600", 1), shift("", 0))
report("shift", ["ab"], 1)
report("shift", ["a", "", "b"], 1)
report("shift", "abc", 2.5)
report("shift", "abc", 2 ** 70)


def character(n):
    return chr(n) + chr(n + 1)


print(character(65), character(255), character(0x1F600))
report("character", -1)
report("character", 0x10FFFF)
report("character", 2 ** 40)


def parse(line):
    total, words, odd = 0, 0, []
    for part in line.split(","):
        part = part.strip()
        if part.isdigit():
            total += len(part) * 2
        elif part.startswith("#") or part.endswith(("!", "?")):
            words += part.count("#") + part.find("!")
        else:
            odd.append(part.replace("a", "b").lower().partition("-")[0].rjust(4, "."))
    return total, words, odd, "|".join(odd), line.upper()


print(parse("12, 345,#tag!, why? ,Aa-B,x"))
report("parse", "")
report("parse", Loud("1,2"))
report("parse", b"1,2")
report("parse", None)


def longest(words):
    best, least, joined = "", "zzz", ""
    for w in words:
        if len(w) > len(best) or (len(w) == len(best) and w < best):
            best = w
        if w <= least:
            least = w
        joined = joined + w
    return best, least, joined, best >= least, best == joined


print(longest(["pear", "fig", "apple", "grape", "kiwi"]), longest([]))
report("longest", ["a", 5])
report("longest", [("t",), "a"])
report("longest", ["a", Loud("b")])


# A loop over a str that is left in the middle and gone on with.
log = []


def fill(counts, text):
    for i, c in enumerate(text):
        counts[c] = counts[c] + i
    for c in text:
        counts[c] += 1
    log.append(text)
    return len(counts)


counts = {c: 0 for c in "abcdefgh"}
print(fill(counts, "abcabc"), counts)
counts["d"] = 2 ** 62
counts["e"] = 0.5
print(call("fill", counts, "addeed"), counts)
counts["f"] = "text"
report("fill", counts, "abfab")
print(counts, log)
report("fill", counts, "日")
table = [0] * 256
report("fill", table, b"hello")
print(table[ord("l")], log)


def grow(n):
    text = ""
    for i in range(n):
        text += "ab"
    return len(text), text[:4]


print(grow(100000), grow(0))


def same(a, b):
    return (a == b) + (a != b) * 2


print([same(a, b) for a in ["x", "", "é"] for b in ["x", "", "é"]])
for a, b in [(nan, nan), (1, 1.0), (1, True), (0.0, -0.0), ((nan,), (nan,)), (Loud("x"), "y"), ("y", Loud("x")), ([], []), ({}, {}), (2 ** 70, 2.0 ** 70), (None, 0), (print, print)]:
    report("same", a, b)
    report("same", a, a)
