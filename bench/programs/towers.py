"""Towers of Hanoi with discs as linked objects (recursion, attributes, lists of stacks)."""


class Disk:
    def __init__(self, size):
        self.size = size
        self.next = None


class Towers:
    def __init__(self):
        self.piles = [None] * 3
        self.moves = 0

    def push(self, disk, pile):
        top = self.piles[pile]
        if top is not None and disk.size >= top.size:
            raise ValueError("cannot put a big disk on a smaller one")
        disk.next = top
        self.piles[pile] = disk

    def pop(self, pile):
        top = self.piles[pile]
        if top is None:
            raise IndexError("attempting to remove a disk from an empty pile")
        self.piles[pile] = top.next
        top.next = None
        return top

    def move_top(self, source, target):
        self.push(self.pop(source), target)
        self.moves += 1

    def build(self, pile, disks):
        for size in range(disks, -1, -1):
            self.push(Disk(size), pile)

    def move(self, disks, source, target):
        if disks == 1:
            self.move_top(source, target)
        else:
            other = 3 - source - target
            self.move(disks - 1, source, other)
            self.move_top(source, target)
            self.move(disks - 1, other, target)


towers = Towers()
towers.build(0, 19)
towers.move(20, 0, 1)
print(towers.moves)
