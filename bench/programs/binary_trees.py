"""Allocation and traversal of many small objects."""


class Node:
    __slots__ = ("left", "right")

    def __init__(self, left, right):
        self.left = left
        self.right = right

    def check(self):
        if self.left is None:
            return 1
        return 1 + self.left.check() + self.right.check()


def make(depth):
    if depth == 0:
        return Node(None, None)
    return Node(make(depth - 1), make(depth - 1))


def main(n):
    print(make(n + 1).check())
    lasting = make(n)
    for depth in range(4, n + 1, 4):
        rounds = 1 << (n - depth + 4)
        print(rounds, depth, sum(make(depth).check() for _ in range(rounds)))
    print(lasting.check())


main(14)
