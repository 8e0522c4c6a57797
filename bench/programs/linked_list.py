"""Takeuchi's function on the lengths of linked lists (recursion and attribute chains)."""


class Element:
    def __init__(self, value):
        self.value = value
        self.next = None

    def length(self):
        return 1 if self.next is None else 1 + self.next.length()


def make(length):
    if length == 0:
        return None
    element = Element(length)
    element.next = make(length - 1)
    return element


def shorter(x, y):
    while y is not None:
        if x is None:
            return True
        x, y = x.next, y.next
    return False


def tail(x, y, z):
    if shorter(y, x):
        return tail(tail(x.next, y, z), tail(y.next, z, x), tail(z.next, x, y))
    return z


result = 0
for _ in range(600):
    result = tail(make(15), make(10), make(6)).length()
print(result)
