# __reduce__ and __setstate__ of built-in iterators, and copy.copy() by way of them.
import copy


class Sequence:
    def __getitem__(self, i):
        if i >= 3:
            raise IndexError(i)
        return i * i

    def __len__(self):
        return 3


makers = {
    "list": lambda: iter([1, 2, 3]), "tuple": lambda: iter((1, 2, 3)), "ascii": lambda: iter("abc"), "str": lambda: iter("äb€"),
    "range": lambda: iter(range(1, 9, 3)), "long range": lambda: iter(range(2**70, 2**70 + 9, 4)), "dict": lambda: iter({1: 2, 3: 4, 5: 6}),
    "values": lambda: iter({1: 2, 3: 4}.values()), "items": lambda: iter({1: 2, 3: 4}.items()), "reversed dict": lambda: reversed({1: 2, 3: 4}),
    "set": lambda: iter({7}), "bytes": lambda: iter(b"abc"), "bytearray": lambda: iter(bytearray(b"abc")), "reversed list": lambda: reversed([1, 2, 3]),
    "sequence": lambda: iter(Sequence()), "reversed": lambda: reversed(Sequence()), "reversed str": lambda: reversed("abc"),
    "callable": lambda: iter([1, 2, 3, 4].pop, 1), "reversed range": lambda: reversed(range(3)),
}
for name, make in makers.items():
    it = make()
    next(it)
    other = copy.copy(it)
    print(name, type(other) is type(it) or type(other).__name__, list(other), list(it) if name != "callable" else None)
    it = make()
    for _ in it:
        pass
    print("   over:", list(copy.copy(it)), [type(part).__name__ for part in it.__reduce__()])
    it = make()
    if hasattr(it, "__setstate__"):
        results = []
        for state in (1, -5, 2, 100):
            it = make()
            it.__setstate__(state)
            results.append(list(it))
        print("   set:", results)
        try:
            it.__setstate__("1")
        except TypeError as e:
            print("  ", type(e).__name__)
    else:
        print("   no __setstate__")

# Those over other iterators share them with their copies.
source = iter([1, 2, 3, 4, 5, 6])
numbered = enumerate(source, 10)
print(next(numbered), next(copy.copy(numbered)), next(numbered))
print(enumerate("ab", 2**80).__reduce__()[1][1])
pairs = zip(source, "abc")
print(next(pairs), next(copy.copy(pairs)), pairs.__reduce__()[0])
strict = zip([1, 2], [3], strict=True)
again = copy.copy(strict)
print(next(again), len(strict.__reduce__()))
try:
    next(again)
except ValueError as e:
    print(e)
upper = map(str.upper, iter("abc"))
print(next(upper), next(copy.copy(upper)), list(upper))
odd = filter(lambda n: n % 2, iter(range(9)))
print(next(odd), next(copy.copy(odd)), list(odd))
it = iter([1, 2, 3])
next(it)
print(it.__reduce__(), it.__length_hint__(), copy.deepcopy(it).__length_hint__())
changing = {1: 1, 2: 2}
it = iter(changing)
next(it)
changing[3] = 3
try:
    copy.copy(it)
except RuntimeError as e:
    print(e)
