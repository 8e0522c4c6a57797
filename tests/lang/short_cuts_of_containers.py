# Texts, lists, sets and bytes where the runtime has a way of its own for the usual case, beside the cases it is not for.


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except Exception as e:
        return type(e).__name__, str(e)


class Text(str):
    pass


for chars in (".,", "x", "\x80é", "1234567", "12345678", "abcdefghij", "", "\u20ac.", None, " \t"):
    for text in ("..word,.", "xxword", "é\x80wörd\x80", "7word8", "", ".", "word", "\u20acword.", " \tword\n", "\u0178word"):
        print(repr(text.strip(chars)), repr(text.lstrip(chars)), repr(text.rstrip(chars)), end=" ")
    print()

for parts in ([], ["a"], [""], ["", "b"], ["a", "b"], ["ab", "", "c" * 20], ["é", "a"], ["a", "\u20ac"], ["a", "\U0001f600", "é"],
              [Text("a"), "b"], [Text("a")], ("a", "b"), iter("abc")):
    print(repr("".join(parts)), end=" ")
print(attempt("".join, ["a", 1]), attempt("".join, ["a", "b", None]), attempt("".join, 5))
print("a b".split(), "word".split(), " é b ".split(), ("x" * 9 + " " + "y" * 30).split(), Text("whole").split())

l = [1, 2.5, "x"]
l.extend(l)
l += l
l.extend((None, "t"))
l += ()
l.extend([])
l += [object] * 2
print(l)
print([1, 2, 3] == [1, 2, 3], [1, 2, 3] < [1, 2], [1, "a"] < [1, "b"], [float("nan")] == [float("nan")], [] == [], [] < [0],
      attempt(lambda: [1, "a"] < [1, 2]))
nan = float("nan")
print([nan] == [nan], [nan, 1] < [nan, 2], [nan, 2] > [nan, 1])

print(bytes([0, 255, 7]), bytes([]), attempt(bytes, [1, 256]), attempt(bytes, [1, -1]), attempt(bytes, [1, "a"]), bytes([1, True]))
print(bytearray([3, 2, 1]), attempt(bytearray, [1, 2 ** 70]))


class Same:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        return self.name == getattr(other, "name", None)

    def __hash__(self):
        return 5


for size in (0, 1, 3, 4, 5, 8, 20):
    numbers = set(range(size))
    copy = numbers.copy()
    copy.add(100)
    numbers.discard(0)
    again = frozenset(numbers) | {size, 7} | copy
    print(numbers, copy, sorted(again), 0 in again, 100 in copy, -1 in again)
one, two, other = Same("one"), Same("one"), Same("other")
same = {one, other, 5}
print(len(same), two in same, 5 in same, Same("none") in same, len(same | {two}), -1 in {-2}, -2 in {-1}, 1.0 in {1}, True in {1})
table = {"name": 1, "size": 2, "name": 3, 1: "a", 1.0: "b", True: "c"}
print(table, {Same("k"): 1, Same("k"): 2}.__len__(), {"a": 1, "b": 2, "c": 3, "d": 4, "e": 5, "f": 6})
for index in (0, -1, 2, -3, 3, -4):
    print(attempt(lambda: "abc"[index]), attempt(lambda: "aé\u20ac"[index]), attempt(lambda: (1, 2, 3)[index]), attempt(lambda: [1, 2, 3][index]))

big = (1 << 320) - 1
for divisor in ((1 << 64) - 1, (1 << 96) + 1, (1 << 95) - 1, 3 << 70, (1 << 160) - 5):
    print(big // divisor, big % divisor, divmod(-big, divisor), divmod(big, -divisor), big - (big // divisor) * divisor)
for shift in (0, 1, 31, 32, 33, 63, 64, 65):
    print(big << shift == big * 2 ** shift, (big << shift) >> shift == big, (big - 1) >> shift, big + (1 << shift), (1 << 321) - (1 << shift))
