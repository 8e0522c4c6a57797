# Attributes named only inside literals: format strings, getattr, match patterns.
import operator


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


print("{0.real} {0.imag} {0.numerator}".format(7), "{p.x}/{p.y}".format(p=Point(1, 2)))
print(getattr("some words", "title")(), getattr([3, 1], "missing", "none"))
print(hasattr("", "casefold"), hasattr("", "casefolded"))
match 5:
    case int(bit_length=f):
        print(f())
print(operator.add(2, 3), sorted(["b", "A"], key=str.lower))
try:
    "text".upperr()
except AttributeError as error:
    print(error)
print([name for name in dir(str) if name.startswith("is")])
print(len([name for name in dir(bytes) if not name.startswith("_")]), "swapcase" in dir(b""))
