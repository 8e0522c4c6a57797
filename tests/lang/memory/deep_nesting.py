# Structures nested far deeper than any stack are released, collected and compared without overflow.
import gc

depth = 200000
nested = []
for i in range(depth):
    nested = [nested]
del nested
print("list")

nested = ()
for i in range(depth):
    nested = (nested, i)
del nested
print("tuple")

nested = {}
for i in range(depth):
    nested = {"inner": nested}
del nested
print("dict")


class Node:
    def __init__(self, next):
        self.next = next


node = None
for i in range(depth):
    node = Node(node)
del node
print("instance")

first = last = Node(None)
for i in range(depth):
    last = Node(last)
first.next = last
del first, last
gc.collect()
print("ring")


def chain(n, f):
    for i in range(n):
        f = lambda f=f: f
    return f


chain(depth, None)
print("defaults")
