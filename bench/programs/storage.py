"""A tree of lists with random fan-out, built again and again (allocation)."""


class Random:
    def __init__(self):
        self.seed = 74755

    def next(self):
        self.seed = (self.seed * 1309 + 13849) & 65535
        return self.seed


class Storage:
    def __init__(self):
        self.count = 0

    def tree(self, depth, random):
        self.count += 1
        if depth == 1:
            return [None] * (random.next() % 10 + 1)
        return [self.tree(depth - 1, random) for _ in range(4)]


total = 0
for _ in range(200):
    storage = Storage()
    storage.tree(7, Random())
    total += storage.count
print(total)
