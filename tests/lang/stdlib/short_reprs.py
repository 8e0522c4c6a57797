import reprlib
from collections import deque

for value in (list(range(10)), "x" * 50, 10 ** 60, {i: i for i in range(10)}, (1,), (), set(range(9)), frozenset("a"), set(), {},
              deque(range(8)), [[[[[[[[1]]]]]]]], [1, "a" * 40], 1.5, object, ("a", "b"), "it's" * 20):
    print(reprlib.repr(value))
short = reprlib.Repr()
short.maxlist, short.maxstring = 2, 12
print(short.repr([1, 2, 3]), short.repr("abcdefghijklmnopq"))


class Node:
    def __init__(self):
        self.me = self

    @reprlib.recursive_repr()
    def __repr__(self):
        return f"Node({self.me!r})"


print(Node(), Node.__repr__.__name__)
