# Small lists have their items behind them: growing out of there, emptying, sorting while the list is changed, sharing.
import gc
import threading


def shown(label, what):
    print(label, what)


def caught(function, *arguments):
    try:
        return function(*arguments)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def of_size(n):
    return [i for i in range(n)]


# Growing by every way there is, from every small size.
def grown(n):
    lists = []
    found = of_size(n)
    found.append(-1)
    lists.append(found)
    found = of_size(n)[:]
    found.insert(n // 2, -2)
    lists.append(found)
    found = list(of_size(n))
    found.extend((7, 8, 9))
    lists.append(found)
    found = of_size(n).copy()
    found += found
    lists.append(found)
    found = of_size(n) + [5]
    found[1:1] = ["a"] * 5
    lists.append(found)
    found = list(tuple(of_size(n)))
    for i in range(50):
        found.append(i)
    lists.append(found)
    return sum(len(each) for each in lists), [hash(tuple(each)) for each in lists]


for size in list(range(0, 12)) + [16, 30, 31, 32, 33, 34, 40, 64, 65]:
    total, hashes = grown(size)
    again = grown(size)
    shown(size, (total, again == (total, hashes)))
    assert [-1] + of_size(size) == sorted(of_size(size) + [-1])


def texts(n):
    return ["item " + str(i % 7) for i in range(n)]


def copies():
    for n in (0, 1, 3, 7, 8, 9, 15, 16, 17, 31, 32, 33, 70):
        words, constants, mixed = texts(n), ["a", "b"] * n, [None, "c", 1, 2.5, "item " + str(n)] * n
        for each in (words, constants, mixed):
            copy, other, back = each[:], each + each, each[::-1]
            each.clear()
            each.append("fresh")
            print(n, len(copy), copy[-2:], len(other), other[:2], back[:1], each)


copies()


def emptied():
    few = [1, 2, 3]
    few.clear()
    few.append(4)
    few.append("five")
    del few[:]
    few.extend("abcdefgh")
    few.clear()
    few.append(few)
    print(few, len(few))
    while few:
        few.pop()
    few.append(1)
    return few


print(emptied())


# Sorting by a key that changes the list meanwhile.
def sorted_while(change, items):
    def key(x):
        change(items)
        return -x
    result = caught(lambda: items.sort(key=key))
    return result, items


print(sorted_while(lambda l: None, [1, 3, 2]))
print(sorted_while(lambda l: l.append(9), [1, 3, 2]))
print(sorted_while(lambda l: l.clear(), [1, 3, 2]))
print(sorted_while(lambda l: (l.append(5), l.clear()), [1, 3, 2]))
print(sorted_while(lambda l: (l.extend(range(50)), l.clear(), l.append(1)), [1, 3, 2]))
print(sorted_while(lambda l: l.sort(), [1, 3, 2]))
print(sorted_while(lambda l: (l.append(2), l.append(1), l.sort()), [4, 3, 2, 1]))
print(sorted_while(lambda l: print(l, len(l)), [2, 1]))


# Functions of every kind as keys.
def negative(x):
    return -x


def turning(x):
    turning.__code__ = negative.__code__
    return x


class Box:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return self.value < other.value

    def key(self, x):
        return -x


def keys():
    items = [3, 1, 2, 10]
    for key in (negative, lambda x, y=1: x * y, lambda *xs: xs, lambda x, *, by=-1: x * by, str, Box, Box(1).key, turning, None, {3: 1, 1: 2, 2: 0, 10: 5}.get, hash, abs):
        print(sorted(items, key=key), sorted(items, key=key, reverse=True), max(items, key=key or abs))
    print(sorted(["bb", "a", "ccc"], key=len), sorted(["B", "a"], key=str.lower), sorted([[2], [1]], key=tuple))
    for key in (lambda: 1, lambda x, y: 1, len, pow, 5, "a", int.bit_length):
        print(caught(lambda: sorted([3, 1, "a"], key=key)))


keys()


# Slices that are deleted.
class Keys:
    def __delitem__(self, key):
        print("del", key)


def deleted():
    for first, last in ((1, 3), (0, 0), (3, 1), (-2, 10), (-100, 2), (0, 100), (2, None), (None, 2), (None, None)):
        found = [1, "two", 3.0, None, "five", 6]
        del found[first:last]
        print(first, last, found)
    for step in (1, 2, 3, -1, -2):
        found = list(range(10))
        del found[1:8:step]
        print(step, found)
    keys = Keys()
    del keys[1:2], keys[:], keys[::3], keys["a":"b":"c"]
    data = bytearray(b"abcdef")
    del data[1:3]
    print(data)
    many = list(range(100))
    del many[10:90]
    print(many)


def delete_slice(container, low, high):
    del container[low:high]


class Index:
    def __index__(self):
        return 2


deleted()
print(caught(delete_slice, (1, 2), 0, 1))
print(caught(delete_slice, "ab", 0, 1))


def delete(container, key):
    del container[key]


for container in (1, None, 2.5, (1,), "a", b"a", range(3), {1}, frozenset(), len, delete, iter([]), {}.keys(), Keys, object(), 1j):
    for key in (0, True, slice(1), "a", None):
        print(caught(delete, container, key))
print(caught(delete_slice, [1, 2], "a", 1))
print(caught(delete_slice, {}, 0, 1))
indexed = [1, 2, 3, 4]
delete_slice(indexed, Index(), None)
print(indexed)


class Dying:
    def __init__(self, name, where):
        self.name, self.where = name, where

    def __del__(self):
        print("end of", self.name, self.where)


def deaths():
    log = []
    few = [Dying(1, log), "text", Dying(2, log), 3, Dying(3, log)]
    print("dropped")
    del few
    few = [Dying(4, log)] * 3 + [Dying(5, log)]
    del few[0:2]
    print("one is left")
    few.clear()
    nested = [[[Dying(6, log)], "a"], [1, [Dying(7, log)]]]
    nested = None
    print("nested")


deaths()


def deep():
    chain = []
    for _ in range(100000):
        chain = [chain]
    del chain
    print("deep")


deep()


def cycles():
    ended = []                           # in no order

    class Member:
        def __init__(self, n):
            self.n = n

        def __del__(self):
            ended.append(self.n)

    for n in (1, 4, 5, 40):
        ring = [None] * n
        ring.append(ring)
        ring.append(Member(n))
    del ring
    gc.collect()
    print(sorted(ended))


cycles()


class Stack(list):
    __slots__ = ("top",)

    def push(self, item):
        self.append(item)
        self.top = item


stack = Stack((1, 2, 3))
stack.push(4)
for i in range(20):
    stack.push(i)
print(stack, stack.top, stack[2:5], stack + [1])


# Several threads read while others let the list grow, shrink and be sorted.
def shared():
    few, done = [0, 1, 2], []

    def write():
        for i in range(3000):
            few.append(i)
            if len(few) > 40:
                del few[3:]
            if i % 50 == 0:
                few.sort()
            if i % 97 == 0:
                few.clear()
                few.extend((0, 1, 2))

    def read():
        while not done:
            for item in few:
                assert isinstance(item, int)
            assert all(isinstance(x, int) for x in few[:] + few)
            assert isinstance(sum(list(few)), int)
            fresh = [few[:1], list(few)]
            fresh.append(1)

    readers = [threading.Thread(target=read) for _ in range(3)]
    writer = threading.Thread(target=write)
    for thread in readers + [writer]:
        thread.start()
    writer.join()
    done.append(True)
    for thread in readers:
        thread.join()
    print("shared", all(isinstance(x, int) for x in few))


shared()
print(caught(list, 1, 2), caught(tuple, 1, 2), caught(set, 1, 2), sep="\n")
print(caught(lambda: list(x=1)), caught(lambda: set(x=1)), sep="\n")
print(caught(list, 1), caught(tuple, 1), caught(set, 1), sep="\n")
print(list(), tuple(), set(), list({1: 2}), tuple({1: 2}), list("ab"), tuple("ab"), set("aa"))
