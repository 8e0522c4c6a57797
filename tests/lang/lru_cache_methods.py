"""functools.lru_cache on methods, and how its keys are found."""
import functools
import threading


class Scale:
    unit = "m"

    def __init__(self, factor):
        self.factor = factor
        self.computed = []

    @functools.lru_cache(maxsize=3)
    def scaled(self, x, y=1):
        self.computed.append((x, y))
        return self.factor * x + y

    @functools.cache
    def plain(self):
        self.computed.append("plain")
        return self.factor

    @staticmethod
    @functools.lru_cache
    def static(x, y):
        return [x, y]

    @classmethod
    @functools.lru_cache
    def of_class(cls, x):
        return [cls.__name__, x]


class Finer(Scale):
    def scaled(self, x, y=1):
        return super().scaled(x, y) / 10


two, five = Scale(2), Scale(5)
for x in (1, 2, 1, 3, 4, 1, 2):
    print(two.scaled(x), two.scaled(x, 1), five.scaled(x, y=2), end="; ")
print(two.computed, five.computed, Scale.scaled.cache_info())
print(two.plain(), two.plain(), Scale.plain(five), two.computed[-1], Scale.plain.cache_info())
print(two.static(1, 2) is Scale.static(1, 2), two.static(1, 2) is two.static(1, 3), two.of_class(1), two.of_class(1) is Scale.of_class(1))
fine = Finer(7)
print([fine.scaled(1), fine.scaled(1), fine.scaled(1, 5)], fine.computed)

# bound, unbound, through None, shadowed by an attribute, replaced in the class
bound = two.scaled
print(bound(9), type(bound).__name__, bound.__self__ is two, bound.__func__ is Scale.scaled, Scale.scaled is Scale.__dict__["scaled"])
wrapper = Scale.__dict__["scaled"]
print(wrapper.__get__(None, Scale) is wrapper, wrapper.__get__(two, Scale)(9))


def call(scale):
    return scale.scaled(9)


print([call(two) for _ in range(3)])
two.scaled = lambda x: ("own", x)
print(call(two), call(five))
del two.scaled
print(call(two))
Scale.scaled = lambda self, x: ("class", x)
print(call(two), call(five), call(fine) if False else "")
Scale.scaled = wrapper
print(call(two))
try:
    two.scaled()
except TypeError as error:
    print(error)
try:
    two.scaled([1])
except TypeError as error:
    print(error)
try:
    wrapper()
except TypeError as error:
    print(error)


# what is the same key and what is not
class Loud:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        print("hash", self.name)
        return 1

    def __eq__(self, other):
        return isinstance(other, Loud) and self.name == other.name


@functools.lru_cache(maxsize=8)
def pair(a, b):
    print("computed", type(a).__name__, type(b).__name__)
    return (a, b)


@functools.lru_cache(maxsize=8, typed=True)
def typed_pair(a, b):
    print("computed", type(a).__name__, type(b).__name__)
    return (a, b)


for f in (pair, typed_pair):
    print(f(1, 2), f(1.0, 2), f(True, 2), f("1", 2), f((1, 2.0), "x"), f((True, 2), "x"), f(2**80, -1), f(float(2**80), -1), f.cache_info())
print(pair(Loud("a"), 1)[1], pair(Loud("a"), 1)[1], pair(Loud("b"), 1)[1])
nan = float("nan")
print(pair(nan, nan) is pair(nan, nan), pair(nan, float("nan")) is pair(nan, nan))
try:
    pair([], 1)
except TypeError as error:
    print(error)


# the least recently used goes, whichever way it was found
@functools.lru_cache(maxsize=2)
def three(a, b, c):
    made.append((a, b, c))
    return a + b + c


made = []
for key in ((1, 1, 1), (2, 2, 2), (1, 1, 1), (3, 3, 3), (1, 1, 1), (2, 2, 2), (1, 1, 1), (3, 3, 3), (2, 2, 2)):
    three(*key)
print(made, three.cache_info())
three.cache_clear()
print(three(1, 1, 1), three.cache_info())


# a result that is being dropped while it is asked for
class Result:
    def __init__(self, key):
        self.key = key

    def __del__(self):
        dropped.append(self.key)


dropped = []


@functools.lru_cache(maxsize=2)
def result(a, b):
    return Result((a, b))


for i in range(4):
    result(i, i)
    result(0, 0)
print(dropped, result.cache_info())

# from many threads
shared = Scale(3)
totals = []


def work():
    totals.append(sum(shared.scaled(i % 5, i % 3) for i in range(3000)))


threads = [threading.Thread(target=work) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
info = Scale.scaled.cache_info()
print(set(totals) == {sum(3 * (i % 5) + i % 3 for i in range(3000))}, info.currsize, info.maxsize)
