"""Truth of objects in typed code: instances with and without __bool__ and __len__, numbers of both kinds."""


class Node:
    def __init__(self, value, following=None):
        self.value = value
        self.following = following


class Empty:
    def __init__(self, value):
        self.value = value

    def __len__(self):
        return self.value


class Doubtful:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        if self.value > 2:
            raise ValueError("no truth")
        return self.value > 0


def length(node):
    n = 0
    while node:
        n += node.value
        node = node.following
    return n


def count(items):
    total = 0
    for item in items:
        if item and item.value >= 0:
            total += item.value + 1
        elif not item:
            total += 100
    return total


def numbers(xs):
    total = 0
    for x in xs:
        if x:
            total += 1
        if not x:
            total += 10
    return total


chain = None
for i in range(100):
    chain = Node(i, chain)
print(length(chain), length(None))
print(count([Node(i) if i % 3 else None for i in range(100)]))
print(count([Empty(i % 3) for i in range(100)]))
print(count([Doubtful(i % 2) for i in range(100)]))
try:
    print(count([Doubtful(i) for i in range(100)]))
except ValueError as error:
    print("ValueError", error)
print(numbers([0, 1, 0.0, -0.0, 2.5, 1e-300, float("nan"), False, True, 10 ** 30]))
Node.__bool__ = lambda self: False
print(length(chain), count([Node(i) for i in range(10)]))
del Node.__bool__
Node.__len__ = lambda self: self.value
print(length(chain), count([Node(i) for i in range(10)]))
