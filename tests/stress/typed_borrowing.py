"""Typed code uses objects of lists and attributes that other threads overwrite meanwhile: they stay alive until it is done."""
import os
import threading

ROUNDS = 60 if os.environ.get("PORTALIS_STRESS") == "short" else 600


class Row:
    def __init__(self, value, n):
        self.value = value
        self.items = [value] * n

    def total(self):
        out = 0
        for item in self.items:
            out += item
        return out - self.value * len(self.items)


class Holder:
    def __init__(self, row):
        self.row = row


def check(rows, holder, n):
    wrong = 0
    for i in range(n):
        wrong += rows[i % 4].total()
        wrong += holder.row.total()
        wrong += Row(i, 3).total()
    return wrong


def pairs(couples, n):
    mixed = 0
    for i in range(n):
        a, b = couples[i % 2]
        if a != b:
            mixed += 1
    return mixed


def shuffle(rows, couples, n):
    for i in range(n):
        rows[i % 4], rows[(i + 1) % 4] = rows[(i + 1) % 4], rows[i % 4]
        couples[i % 2][:] = [i, i]


rows = [Row(i, 50) for i in range(4)]
holder = Holder(rows[0])
couples = [[0, 0], [1, 1]]
done = threading.Event()
results = []


def replace():
    i = 0
    while not done.is_set():
        rows[i % 4] = Row(i, 50)
        holder.row = Row(-i, 60)
        i += 1


def move():
    while not done.is_set():
        shuffle(rows, couples, 50)


def look():
    wrong = 0
    for _ in range(ROUNDS):
        wrong += abs(check(rows, holder, 40)) + pairs(couples, 200)
    results.append(wrong)


lookers = [threading.Thread(target=look) for _ in range(2)]
others = [threading.Thread(target=f) for f in (replace, move)]
for t in lookers + others:
    t.start()
for t in lookers:
    t.join()
done.set()
for t in others:
    t.join()
print(results)
