"""Texts that grow in place, are counted, searched, replaced and joined: at the ends of words of memory, and where they are shared."""


def appending():
    for pieces in (["a"], ["ab", "cd"], ["the", "quick", "brown", "fox"] * 4, ["x" * n for n in range(1, 40)], ["é", "a", "ü"] * 9, ["a", "€", "b"] * 9):
        grown = ""
        seen = []
        for piece in pieces:
            before = grown
            grown += piece
            seen.append(before)
        print(grown == "".join(pieces), [len(s) for s in seen][-3:], hash(grown) == hash("".join(pieces)), grown.isascii())
    for start in range(0, 30):
        s = "s" * start
        s += "end"
        t = s
        s += "!"
        s += s
        print(start, s, t, len(s))
    s = "ab"
    s += "cd"
    table = {s: 1}
    s += "ef"
    print(table, s, "abcdef" in {s})
    s = "narrow"
    s += "er"
    s += "\u20ac"
    s += "x" * 20
    print(s, len(s))
    s = ""
    word = "wo" + "rd"
    s += word
    s += ""
    print(s, word)
    s += "s"
    print(s, word)
    name = "n" * 3
    print(name + ": " + "x" * 70, name + ": " + "y", name)
    long = "l"
    for i in range(5000):
        long += chr(97 + i % 26)
    print(len(long), long[-5:], long[:5], long.count("z"))


def counting():
    for n in list(range(0, 20)) + [255 * 8 - 1, 255 * 8, 255 * 8 + 1, 5000]:
        text = ("ab" * n)[:n]
        print(n, text.count("a"), text.count("b"), text.count("c"), text.count("a", 1), text.count("b", 1, -1), text.encode().count(b"a"))
    print("\x00\x01\x80".count("\x00"), "\xff\xfe\xff".count("\xff"), "aé€é".count("é"), ("\x01\x00" * 9).count("\x01"), ("a\x80\x81" * 9).encode("latin-1").count(b"\x80"))


def searching():
    needles = ["ab", "ba", "abc", "aab", "bb", "abcdefgh", "zz"]
    for n in range(0, 24):
        text = ("abcdefgh" * 3)[:n]
        print(n, [text.find(needle) for needle in needles], [text.find(needle, 3) for needle in needles[:3]])
        near = "a" * n + "b"
        print(near.find("ab"), near.find("aab"), near.find("b"), near.find("ba"), near.split("ab"), near.replace("ab", "-"))
    print("key: value".split(": "), "a, b, c".split(", ", 1), ", ".split(", "), "abc".split("abc"), "aXXbXXXc".split("XX"))
    print("a\u20ac: b".split(": "), "ab".split("\u20ac"), "\u20acx\u20acx".split("x"))
    print("the cat the mat".replace("the", "a"), "the".replace("the", "x"), "aaa".replace("a", "bb", 2), "ab".replace("", "-"))


def joining():
    parts = ["", "a", "bc", "x" * 7, "y" * 8, "z" * 9, "w" * 17]
    for separator in ("", "-", ", ", "=" * 9):
        print(repr(separator.join(parts)), separator.join(tuple(parts[:2])), separator.join(p for p in parts[:3]), separator.join([]), separator.join(["one"]))
    print("é".join(["a", "b"]), "-".join(["é", "€"]), "-".join(["", ""]), "".join(["", "a", ""]))
    for wrong in (["a", 1], 1, ("a", None), [b"x"]):
        try:
            "-".join(wrong)
        except TypeError as e:
            print(e)


def ordering():
    words = ["", "a", "ab", "abc", "abcdefg", "abcdefgh", "abcdefghi", "abcdefgha", "b", "\x00", "a\x00", "\x7f", "\x80", "\xff", "é", "€", "abcdefgh\xff"]
    print(sorted(words))
    print([[x < y for y in words] for x in words] == [[list(map(ord, x)) < list(map(ord, y)) for y in words] for x in words])
    pairs = sorted([(len(w), w) for w in words] + [(1, "zz"), (1, 2.5) and (0, "q"), (8, "same"), (8, "same")])
    print(pairs)
    print(sorted([("x", 1, "b"), ("x", 1, "a"), ("x", 1.0, "0"), ("w", None, [])]))


appending()
counting()
searching()
joining()
ordering()
