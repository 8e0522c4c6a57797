# Built-in functions on objects of the program: attributes, iteration, sorting, printing.
import io
import sys


class Point:
    kind = "point"

    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"

    def __lt__(self, other):
        return (self.x, self.y) < (other.x, other.y)

    def __eq__(self, other):
        return isinstance(other, Point) and (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __abs__(self):
        return abs(self.x) + abs(self.y)

    def __round__(self, n=None):
        return ("rounded", n)

    def __format__(self, spec):
        return f"<{spec}|{self.x}>"

    def __divmod__(self, other):
        return ("divmod", other)

    def __pow__(self, other, mod=None):
        return ("pow", other, mod)

    def __len__(self):
        return 2

    def __iter__(self):
        return iter((self.x, self.y))

    def __reversed__(self):
        return iter((self.y, self.x))

    def __contains__(self, v):
        return v == self.x

    def __bool__(self):
        return self.x != 0

    def __index__(self):
        return self.x

    def __call__(self, *a, **k):
        return a, k


p, q = Point(3, -4), Point(1, 2)
print(getattr(p, "x"), getattr(p, "z", "none"), hasattr(p, "y"), hasattr(p, "z"), setattr(p, "z", 5), p.z, delattr(p, "z"), hasattr(p, "z"), vars(p), sorted(n for n in dir(p) if not n.startswith("__")))
print(abs(p), round(p), round(p, 2), format(p, "abc"), f"{p:q}", divmod(p, 2), pow(p, 2), pow(p, 2, 3), len(p), list(p), tuple(reversed(p)), 3 in p, bool(Point(0, 1)), hex(p), bin(p), oct(p), chr(Point(65, 0)), callable(p), p(1, k=2))
print(min(p, q), max([q, p]), sorted([p, q, Point(1, 1)]), min([p, q], key=abs), max(p, q, key=lambda v: v.y), sorted([p, q], reverse=True), hash(p) == hash(Point(3, -4)), {p: 1}[Point(3, -4)], all([p, q]), any([Point(0, 0)]))
print(sum([[1], [2, 3]], []), sum((0.1, 0.2, 0.3)), sum([1, 2.5, 3]), sum([True, 2**62, 2**62]), sum(range(101)), sum([1j, 2]), sum([]), sum([], 5), sum([p.x, p.y], start=10))
print(list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(filter(None, [0, 1, "", "a", [], [0]])), list(filter(lambda v: v % 2, range(9))), list(zip("abc", range(5), [None] * 3)), list(enumerate("ab", 5)), list(zip(*[(1, 2), (3, 4)])))
it = iter([1, 2, 3])
print(next(it), next(it), next(it), next(it, "done"), list(iter(iter([5, 0, 7]).__next__, 0)), [*iter("xy")], list(reversed("abc")), list(reversed(range(5))), list(reversed({"a": 1, "b": 2})))
words = ["banana", "Apple", "cherry", "apple", "Banana"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len, reverse=True), sorted(words, key=lambda w: (-len(w), w)), sorted("hello"), sorted({3: 1, 1: 2}), max(words, key=len), min(words, default=None), min([], default="empty"))
print(isinstance(p, Point), isinstance(5, (str, int)), isinstance(True, int), issubclass(bool, int), issubclass(Point, (int, object)), isinstance(None, type(None)), type(p).__name__, isinstance([], list | tuple), ascii("é\n\U0001f600"), repr("é'\""), ord("é"), chr(0x1F600))
out = io.StringIO()
print(1, "two", [3], sep="-", end="!\n", file=out)
print(file=out)
print("a", "b", sep=None, end=None, file=out, flush=True)
print("x", "y", sep="", end="", file=out)
print(repr(out.getvalue()))


class Sink:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)


sink = Sink()
print("a", 1, p, file=sink)
print(sink.parts)
saved, sys.stdout = sys.stdout, sink
print("captured", end="")
sys.stdout = saved
print(sink.parts[4:])
sys.stdout = None
print("lost")
sys.stdout = saved


class Bad:
    def __str__(self):
        raise ValueError("no text")

    __repr__ = __str__

    def __bool__(self):
        raise ZeroDivisionError("no truth")

    def __hash__(self):
        raise RuntimeError("no hash")

    def __iter__(self):
        raise KeyError("no items")

    def __len__(self):
        return -5

    def __lt__(self, other):
        raise IndexError("no order")

    __gt__ = __lt__

    def __getattr__(self, name):
        raise AttributeError(f"no {name}")


b = Bad()
for f in (lambda: print(b), lambda: str(b), lambda: any([b]), lambda: hash(b), lambda: list(b), lambda: len(b), lambda: sorted([b, b]), lambda: max(b, b), lambda: min([b, 1]), lambda: getattr(b, "q"), lambda: getattr(b, "q", 3), lambda: sum(b), lambda: dict([[1, 2, 3]]),
          lambda: next(iter([])), lambda: next(p), lambda: iter(5), lambda: zip(5), lambda: list(map(lambda v: 1 // v, [0])), lambda: sorted([1, "a"]), lambda: setattr(5, "x", 1), lambda: hash([]), lambda: {[]: 1}, lambda: format(5, "zz"), lambda: vars(5), lambda: isinstance(1, 5), lambda: abs("x"),
          lambda: print(1, nope=2), lambda: sorted([1], nope=2), lambda: round("x"), lambda: divmod(1, 0), lambda: pow(2, -1, 4), lambda: int("x"), lambda: len(5), lambda: reversed(5), lambda: ord("ab"), lambda: chr(-1), lambda: bool(b), lambda: [b] == [b]):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(globals()["__name__"], "p" in globals(), globals() is globals(), __name__, type(__builtins__).__name__ in ("module", "dict"), id(p) == id(p), id(p) != id(q))
