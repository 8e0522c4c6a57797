# Iterators over lists that are used up by list(), tuple(), extend() and the like: where they stand before, meanwhile and afterwards.
def caught(function, *arguments):
    try:
        return function(*arguments)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def left(iterator):
    return list(iterator), next(iterator, "end")


SIZES = (0, 1, 2, 7, 8, 9, 63, 64, 65, 127, 128, 129, 200)


def whole():
    for n in SIZES:
        items = [str(i) if i % 3 else i for i in range(n)]
        forward, back, numbered, pairs = iter(items), reversed(items), enumerate(items), zip(items, items[::-1])
        print(n, hash(tuple(map(str, forward))), list(back) == items[::-1], list(numbered) == [(i, items[i]) for i in range(n)],
              list(pairs) == [(items[i], items[n - 1 - i]) for i in range(n)], left(forward), left(back), left(numbered), left(pairs))
        back, numbered, pairs = reversed(items), enumerate(items, 5), zip(items, items)
        print(tuple(back) == tuple(items[::-1]), tuple(numbered)[-1:], tuple(pairs)[:1], sum(reversed(range(n))), max(iter(items), key=str, default=None))


whole()


def begun():
    items = list(range(10))
    for make in (iter, reversed, enumerate, lambda l: zip(l, l)):
        iterator = make(items)
        next(iterator), next(iterator)
        print(list(iterator), left(iterator))
        items.append(99)
        print(left(iterator))
        items.pop()


begun()


# A list that grows or shrinks between steps.
def changed():
    items = [1, 2, 3, 4, 5]
    iterator, back = iter(items), reversed(items)
    next(iterator), next(back)
    items.extend([6, 7])
    print(list(iterator), list(back))
    back = reversed(items)
    del items[3:]
    print(list(back), items)
    iterator = iter(items)
    next(iterator), next(iterator)
    items.clear()
    print(list(iterator))
    items.extend("abc")
    print(list(iterator))


changed()


def zipped():
    a, b = iter([1, 2, 3, 4]), iter(["x", "y"])
    print(list(zip(a, b)), list(a), list(b))
    a, b = iter(["x", "y"]), iter([1, 2, 3, 4])
    print(list(zip(a, b)), list(a), list(b))
    one = iter([1, 2, 3, 4, 5])
    print(list(zip(one, one)), list(one))
    one = iter(list(range(7)))
    print(list(zip(one, one, one)), list(one))
    print(list(zip([1, 2], "ab", (3, 4, 5))), list(zip([1, 2])), list(zip()))
    print(caught(lambda: list(zip([1, 2], [1], strict=True))), caught(lambda: list(zip([1], [1, 2], strict=True))), list(zip([1], [2], strict=True)))
    found = []
    print(caught(lambda: found.extend(zip([1, 2], [1], strict=True))), found)


zipped()


def numbered():
    for start in (0, -3, 2**31, 2**62 - 2, 2**63 - 2, 2**64, True):
        print(list(enumerate(["a", "b", "c"], start)))
    inner = enumerate([1, 2, 3])
    print(list(enumerate(inner)), list(enumerate(reversed([4, 5]))), list(enumerate(zip([1], [2]))))
    print(list(enumerate("ab")), list(enumerate(x for x in "ab")))


numbered()


# What is extended is what is walked.
def itself():
    items = [1, 2, 3]
    items.extend(reversed(items))
    print(items)
    items = [1, 2]
    items.extend(zip([1, 2, 3], items))
    print(items)
    items = [3, 1]
    items[1:1] = reversed(items)
    print(items)
    seen = []

    def watched():
        for x in "ab":
            seen.append(list(items))
            yield x
    items.extend(enumerate(watched()))
    print(items, seen)


itself()


class Numbered(enumerate):
    def __next__(self):
        i, item = super().__next__()
        return i * 10, item


class Pairs(zip):
    pass


class Back(reversed):
    pass


print(list(Numbered(["a", "b"])), list(Pairs([1], [2])), tuple(Back((1, 2))), list(Back([1, 2, 3])))
print(caught(lambda: reversed(x=1)), caught(reversed), caught(reversed, {1}), list(reversed({1: 2, 3: 4})))
print(set(enumerate([1, 2])), dict(enumerate("ab")), dict(zip(["a", "b"], [1, 2])), sorted(zip([2, 1], [3, 4])), sorted(reversed([3, 1, 2])))
first, *rest = enumerate(["a", "b", "c"])
print(first, rest, *reversed([1, 2]), *zip([1], [2]))
print("-".join(reversed(["a", "b"])), b"".join(iter([b"x", b"y"])), sum(iter([1, 2.5])))
