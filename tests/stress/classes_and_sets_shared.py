"""Threads that share small sets, classes whose attributes change, and places that make instances and read constants."""
import os
import threading
from enum import IntEnum

ROUNDS = 300 if os.environ.get("PORTALIS_STRESS") == "short" else 3000


class Color(IntEnum):
    RED = 1
    GREEN = 2


class Box:
    limit = 0

    def __init__(self, n):
        self.n = n

    @property
    def double(self):
        return self.n * 2


shared = set()
words = {"a", "b"}
always = frozenset(words)
table = {}
problems = []
start = threading.Barrier(6)


def sets(me):
    for i in range(ROUNDS):
        shared.add((me, i % 5))
        shared.discard((me, (i + 2) % 5))
        both = shared | words
        if not always <= both or not always <= words & both or (me, i % 5) not in both:
            problems.append(("set", me, i))
        fresh = {i % 7, me}
        fresh |= shared
        fresh &= {me, (me, i % 5)}
        if i % 50 == 0:
            words.add("c")
            words.discard("c")


def classes(me):
    last = 0
    for i in range(ROUNDS):
        box = Box(i)
        if box.n != i or box.double not in (i * 2, i * 3):
            problems.append(("box", me, i))
        if box.limit < last or Box.limit < last:
            problems.append(("limit", me, last))
        last = Box.limit
        if Color.RED + Color.GREEN != 3:
            problems.append(("color", me, i))
        table[me, i % 9] = box


def changes(me):
    for i in range(ROUNDS // 10):
        Box.limit = i
        if i % 2:
            Box.double = property(lambda self: self.n * 3)
        else:
            Box.double = property(lambda self: self.n * 2)
        ordered = sorted(["w%d" % (k * 7 % 13) for k in range(20)] + ["w"])
        if ordered[0] != "w" or sorted((k % 3, str(k)) for k in range(9))[0] != (0, "0"):
            problems.append(("sorted", me, i))


def run(work, me):
    start.wait()
    work(me)


threads = [threading.Thread(target=run, args=(work, me)) for me, work in enumerate((sets, sets, classes, classes, classes, changes))]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(problems[:3], len(shared) <= 10, len(table), sorted(words))
