# A whole program: statistics of a text, an index, a concordance, wrapping, Caesar and Vigenere ciphers, run lengths.
import collections
import io
import itertools
import operator
import string
import textwrap
import unicodedata

TEXT = """It was the best of times, it was the worst of times, it was the age of wisdom, it was the age of
foolishness, it was the epoch of belief, it was the epoch of incredulity, it was the season of Light, it was the
season of Darkness, it was the spring of hope, it was the winter of despair; we had everything before us, we had
nothing before us. Été, naïve café — “quoted” text, 12,345.67 and the end."""
words = [w.strip(string.punctuation + "“”—").casefold() for w in TEXT.split()]
words = [w for w in words if w]
count = collections.Counter(words)
print(len(TEXT), len(words), len(count), count.most_common(6), [w for w, n in count.items() if n == 1][:8])
letters = collections.Counter(c for c in TEXT.lower() if c.isalpha())
for c, n in sorted(letters.items(), key=lambda kv: (-kv[1], kv[0]))[:8]:
    print(f"{c} {n:3d} {n / sum(letters.values()):6.2%} {'*' * (n // 3)}")
print(sorted(collections.Counter(map(len, words)).items()), max(words, key=len), sum(map(len, words)) / len(words))
index = collections.defaultdict(list)
for n, line in enumerate(io.StringIO(TEXT), 1):
    for w in line.split():
        index[w.strip(string.punctuation).lower()].append(n)
print({w: ns for w, ns in sorted(index.items()) if len(set(ns)) > 2})
for i, w in enumerate(words):
    if w == "epoch":
        print(" ".join(words[max(0, i - 3):i]).rjust(24), w.upper(), " ".join(words[i + 1:i + 4]))
print(textwrap.fill(TEXT, 60, initial_indent="* ", subsequent_indent="  "))
print(textwrap.shorten(TEXT, 50), textwrap.indent("a\n\nb", "> "), textwrap.dedent("    x\n      y\n    z"), sep="|")
bigrams = collections.Counter(itertools.pairwise(words))
print(bigrams.most_common(3), sum(bigrams.values()))
plain = unicodedata.normalize("NFD", TEXT)
stripped = "".join(c for c in plain if not unicodedata.combining(c))
print(len(plain), stripped[-60:], stripped.isascii(), [unicodedata.category(c) for c in "Aa1 ,“é"])


def caesar(text, shift):
    def turn(c):
        if c in string.ascii_letters:
            base = ord("a" if c.islower() else "A")
            return chr((ord(c) - base + shift) % 26 + base)
        return c
    return "".join(map(turn, text))


def vigenere(text, key, sign=1):
    keys = itertools.cycle(ord(k) - 97 for k in key)
    return "".join(caesar(c, sign * next(keys)) if c.isalpha() and c.isascii() else c for c in text)


secret = vigenere(TEXT[:60], "lemon")
print(caesar("Hello, World!", 3), caesar(caesar("Hello, World!", 3), -3), secret, vigenere(secret, "lemon", -1) == TEXT[:60])
table = str.maketrans(string.ascii_lowercase, string.ascii_lowercase[13:] + string.ascii_lowercase[:13])
print("uryyb jbeyq".translate(table), [caesar("khoor", -s) for s in range(5)])


def encode(s):
    return "".join(f"{len(list(g)) or ''}{c}" for c, g in itertools.groupby(s))


def decode(s):
    out, n = [], ""
    for c in s:
        if c.isdigit():
            n += c
        else:
            out.append(c * int(n or 1))
            n = ""
    return "".join(out)


print(encode("aaabccdddd"), decode(encode("aaabccdddd")), decode("12x3y"))
anagrams = collections.defaultdict(set)
for w in "listen silent enlist google elgoog abc cab bca inlets banana".split():
    anagrams["".join(sorted(w))].add(w)
print(sorted(map(sorted, (g for g in anagrams.values() if len(g) > 1))))
print([w for w in ("level", "Noon", "abc", "été", "A man a plan a canal Panama") if (s := "".join(filter(str.isalnum, w)).casefold()) == s[::-1]])
print(" ".join(w.capitalize() for w in words[:6]), "-".join(reversed(words[:4])), operator.itemgetter(0, -1)(words), " ".join(w[::-1] for w in words[:5]), sum(c in "aeiou" for c in TEXT.lower()))
numbers = [float(t.replace(",", "")) for t in TEXT.replace("and", " ").split() if t[0].isdigit()]
print(numbers, f"{numbers[0]:_.1f}", f"{int(numbers[0]):x}", [hex(ord(c)) for c in "é“"], "é".encode("utf-8").hex(" "))
