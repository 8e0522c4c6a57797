import random
rng = random.Random(5)
# Texts put together and taken apart, of all lengths around whole words.
for separator in ("", ",", ", ", "é", "€", "twelve chars", "more than sixteen characters"):
    for _ in range(200):
        parts = ["".join(rng.choice("ab") for _ in range(rng.randrange(20))) for _ in range(rng.randrange(7))]
        if rng.randrange(4) == 0:
            parts.append(rng.choice(["é", "x\xff" * 5, "€", "\U0001f600 and more"]))
        joined = separator.join(parts)
        slow = ""
        for i, part in enumerate(parts):
            slow = slow + (separator if i else "") + part
        assert joined == slow and len(joined) == len(slow) and hash(joined) == hash(slow) and joined.isascii() == slow.isascii(), (separator, parts)
        if separator and not any(separator in part for part in parts) and parts:
            assert joined.split(separator) == parts
for _ in range(2000):
    text = "".join(rng.choice("abcdefgh\n\r\x0b\x0c\x1c\x1d\x1e\x1f \t\0") for _ in range(rng.randrange(40)))
    lines = text.splitlines(True)
    assert "".join(lines) == text
    assert [line.rstrip("\n\r\x0b\x0c\x1c\x1d\x1e") for line in lines] == [line.rstrip("\n\r\x0b\x0c\x1c\x1d\x1e") for line in text.splitlines()]
    assert all(line[-1] in "\n\r\x0b\x0c\x1c\x1d\x1e" for line in lines[:-1])
    assert " ".join(text.split()) == " ".join(word for word in (text + " é").split()[:-1])
print(repr("a\x1fb\x1ec\r\nd\re\n\nf".splitlines()), "".join(["", ""]) == "", "".join(["a"]), ",".join(["", ""]), "".join(["", "b"]))
for wrong in (lambda: ",".join([1, "a"]), lambda: ",".join(["a", None]), lambda: ",".join(5)):
    try:
        wrong()
    except TypeError as error:
        print(error)


class Text(str):
    pass


print(type(",".join([Text("a"), "b"])), type(",".join([Text("a")])), Text(",").join("ab"), Text("a,b").split(Text(",")))
print([[]] * 3, [1, None] * 2, [] * 5, [1] * 0, [1] * -1, type(type("L", (list,), {})([1, 2]) * 2))
shared = [[]] * 3
shared[0].append(1)
print(shared)
try:
    [1, 2] * (1 << 62)
except MemoryError:
    print("MemoryError")


# A text that stays as it is may be given back; every place of a capital in every length must be seen, also of slices.
class Text(str):
    pass


turned = 0
for length in range(20):
    small = "abcdefghijklmnopqrstuvwxyz"[:length]
    assert small.lower() == small and small.upper().lower() == small and type(Text(small).lower()) is str
    for at in range(length):
        mixed = small[:at] + small[at].upper() + small[at + 1:]
        assert mixed.lower() == small and mixed.upper() == small.upper() and mixed != small
        assert (mixed + "QRST")[:length].lower() == small and (small + "QRST")[:length].lower() == small
        turned += sum(c.isupper() for c in mixed.upper())
print(turned)
