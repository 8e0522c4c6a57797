"""Raising and catching, near and through several frames."""


class Missing(Exception):
    def __init__(self, key):
        super().__init__(key)
        self.key = key


def find(table, key):
    try:
        return table[key]
    except KeyError:
        raise Missing(key) from None


def deep(table, key, depth):
    if depth:
        return deep(table, key, depth - 1)
    return find(table, key)


table = {i: i for i in range(0, 1000, 2)}
found = missed = 0
for i in range(150000):
    try:
        found += deep(table, i % 1000, 4) >= 0
    except Missing as e:
        missed += e.key % 2
print(found, missed)
