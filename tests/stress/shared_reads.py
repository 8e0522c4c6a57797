"""Threads walk objects that others keep replacing: what is being read lives as long as somebody reads it, and no longer."""
import gc
import os
import threading

SHORT = os.environ.get("PORTALIS_STRESS") == "short"
ROUNDS = 300 if SHORT else 4000
READERS, WRITERS = 4, 2

lock = threading.Lock()
made = died = 0


class Version:
    def __init__(self, number):
        global made
        self.number = number
        self.first = None
        for at in range(12):
            self.first = Link(self, at, self.first)
        self.by_name = {f"name{at}": Link(self, at, None) for at in range(6)}
        self.row = [Link(self, at, None) for at in range(6)]
        with lock:
            made += 1

    def check(self):
        total = 0
        link = self.first
        while link is not None:
            total += link.at
            assert link.number == self.number, (link.number, self.number)
            link = link.next
        assert total == 66, total
        return self.deep(self.first)

    def deep(self, link):
        """More links in use at once than a thread can borrow without counting."""
        if link is None:
            return 0
        here, row, names = link, self.row, self.by_name
        below = self.deep(link.next)
        return below + here.at + row[here.at % 6].at + names[f"name{here.at % 6}"].at

    def __del__(self):
        global died
        with lock:
            died += 1


class Link:
    def __init__(self, version, at, following):
        self.number = version.number
        self.at = at
        self.next = following


class Box:
    __slots__ = ("held",)


CURRENT = Version(0)
TABLE = {"current": CURRENT}
BOX = Box()
BOX.held = CURRENT
done = threading.Event()


def write(index):
    global CURRENT
    for number in range(ROUNDS):
        fresh = Version(index * ROUNDS + number)
        CURRENT = fresh
        TABLE["current"] = fresh
        BOX.held = fresh


def closure():
    seen = CURRENT

    def read():
        return seen.check()

    def replace():
        nonlocal seen
        seen = CURRENT

    return read, replace


read_cell, replace_cell = closure()


def read(results, index):
    checks = 0
    kept = []
    while not done.is_set():
        expected = 66 + 2 * (15 + 15)
        assert CURRENT.check() == expected
        assert TABLE["current"].check() == expected
        assert BOX.held.check() == expected
        assert read_cell() == expected
        replace_cell()
        version = CURRENT
        kept.append(version.first.next)
        if len(kept) > 20:
            kept = [link for link in kept if link.number % 3 == 0][-5:]
        checks += version.check() == expected
    results[index] = checks


results = [0] * READERS
readers = [threading.Thread(target=read, args=(results, n)) for n in range(READERS)]
writers = [threading.Thread(target=write, args=(n,)) for n in range(WRITERS)]
for thread in readers + writers:
    thread.start()
for thread in writers:
    thread.join()
done.set()
for thread in readers:
    thread.join()
print("every reader read:", all(results))
TABLE.clear()
del BOX.held
CURRENT = None
replace_cell()
gc.collect()
print("versions made:", made, "still alive:", made - died)
