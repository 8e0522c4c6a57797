# Short texts at all lengths: splitting, searching, hashing, comparing go by whole words of memory.
import random
r = random.Random(5)
alphabet = "ab \t\x1c\x00\x1f-"
for n in range(0, 30):
    for k in range(8):
        s = "".join(r.choice(alphabet) for _ in range(n))
        print(repr(s.split()), repr(s.split(None, 2)), s.strip(), s.strip("a-"), s.lstrip("b a"), s.rstrip(" \x00"), s.upper(), s.upper().lower() == s, len({s, s[:n // 2], s[n // 2:], s.upper()}))
        for m in range(1, 10):
            needle = "".join(r.choice("ab") for _ in range(m))
            print(s.find(needle), s.count(needle), s.split(needle), s.replace(needle, "X"), needle in s, end=" ")
    t = "".join(r.choice("abcdefgh") for _ in range(n))
    print(hash(t) == hash("".join(list(t))), {t: 1}.get(t[:n // 2] + t[n // 2:]), t == t[:-1] + "z", t[:-1] + "z" == t[:-1] + "z", hash(t.encode()) == hash(t), hash(t), hash(t[1:]), hash(t + "\u20ac"), hash(t + "\U0001f600"))
    u = t + "\u00e9" + t
    print(u.split("\u00e9"), u.strip("\u00e9a"), u.upper(), u == t + "\u00e9" + t, hash(u))
big = "x" * 5000 + "needle" + "y" * 4091
print(big.find("needle"), big.find("needlf"), big.find("ey"), big.find("yx"), [big[i:i + 9].find("ne") for i in range(4990, 5003)])


# Keys of dicts that change their hash are still found by identity; texts by their characters, beside keys of other kinds with
# the same hash.
class Changing:
    value = 1

    def __hash__(self):
        return self.value


class Alike:
    def __init__(self, text):
        self.text = text

    def __hash__(self):
        return hash(self.text)

    def __eq__(self, other):
        return other == self.text


key = Changing()
held = {key: "here"}
key.value = 9
print(held.get(key), key in held)
mixed = {Alike("one"): 1, "two": 2, Alike("three"): 3}
print([mixed.get(name) for name in ("one", "two", "three", "four")], Alike("two") in mixed, mixed[Alike("three")])
del mixed["two"]
print("two" in mixed, mixed.get("two", 0), len(mixed))
