# Many threads on one list, dict, set, deque and bytearray; what CPython makes one step must come out whole.
# test: timeout=60
import collections
import os
import sys
import threading

SHORT = os.environ.get("PORTALIS_STRESS") == "short"
WORKERS, ROUNDS = (4, 300) if SHORT else (12, 4000)
sys.setswitchinterval(1e-5)


def run(*works):
    """Each work in WORKERS threads that start together."""
    gate = threading.Barrier(WORKERS * len(works))

    def body(work, k):
        gate.wait()
        work(k)

    threads = [threading.Thread(target=body, args=(w, k)) for k in range(WORKERS) for w in works]
    for t in threads:
        t.start()
    for t in threads:
        t.join()


# list: everything put in is taken out once, whatever else goes on
items, taken, stop = [], collections.Counter(), threading.Event()
lock = threading.Lock()


def put(k):
    for i in range(ROUNDS):
        if i % 3 == 0:
            items.append((k, i))
        elif i % 3 == 1:
            items.insert(0, (k, i))
        else:
            items.extend([(k, i)])


def take(k):
    mine = []
    while len(mine) < ROUNDS:
        try:
            mine.append(items.pop() if len(mine) % 2 else items.pop(0))
        except IndexError:
            pass
    with lock:
        taken.update(mine)


def look(k):
    for i in range(ROUNDS // 4):
        copy = items[:]
        assert all(type(x) is tuple and len(x) == 2 for x in copy)
        for x in items:
            if i % 2:
                break
        (0, 0) in items
        items.count((1, 1))
        try:
            items[len(items) // 2]
            items.index((k, i))
        except (IndexError, ValueError):
            pass
        items.reverse() if i % 50 == 0 else None
        repr(items[:3])


run(put, take, look)
print("list", len(items), len(taken), set(taken.values()))

cells = [0] * 64


def swap(k):
    for i in range(ROUNDS):
        cells[(i * 7 + k) % 64] = i
        cells[-1 - i % 64] = cells[i % 64]
        cells[10:20] = cells[20:30]
        if i % 100 == 0:
            assert len(cells) == 64
            sorted(cells)
            sum(cells)
            max(cells)


run(swap)
print("cells", len(cells), all(type(c) is int for c in cells))

# dict: setdefault gives all threads one value; counters per key by append
table = {}


def fill(k):
    for i in range(ROUNDS):
        table.setdefault(i % 997, []).append(k)
        table[("own", k)] = i
        table.update({("more", k, i % 13): i})
        if i % 5 == 0:
            table.pop(("more", k, i % 13), None)


def walk(k):
    for i in range(ROUNDS // 20):
        for view in (table, table.keys(), table.values(), table.items()):
            try:
                for n, x in enumerate(view):
                    if n > 40:
                        break
            except RuntimeError as error:
                assert "changed" in str(error), error
        list(table.items())
        dict(table)
        table.copy()
        table.get(i)
        i in table
        len(table)


run(fill, walk)
lists = [v for v in table.values() if type(v) is list]
print("dict", len(lists), sum(map(len, lists)), [table["own", k] for k in range(WORKERS)] == [ROUNDS - 1] * WORKERS)

# dict: clear and popitem against writers: nothing comes out twice
table.clear()
out = [0] * WORKERS


def write(k):
    for i in range(ROUNDS):
        table[k, i] = i


def drain(k):
    for i in range(ROUNDS):
        try:
            table.popitem()
            out[k] += 1
        except KeyError:
            pass


run(write, drain)
print("popitem", sum(out) + len(table) == WORKERS * ROUNDS)


# set
members = set()
removed = [0] * WORKERS


def add(k):
    for i in range(ROUNDS):
        members.add((k, i))


def discard(k):
    for i in range(ROUNDS):
        try:
            members.pop()
            removed[k] += 1
        except KeyError:
            pass
        if i % 100 == 0:
            members.copy()
            members & {(k, 1), (k, 2)}
            members | {1}
            try:
                for x in members:
                    break
            except RuntimeError:
                pass


run(add, discard)
print("set", sum(removed) + len(members) == WORKERS * ROUNDS)

# deque
line = collections.deque()
sums = [0] * WORKERS


def push(k):
    for i in range(ROUNDS):
        line.append(i) if i % 2 else line.appendleft(i)


def shift(k):
    got = 0
    while got < ROUNDS:
        try:
            sums[k] += line.popleft() if got % 2 else line.pop()
            got += 1
        except IndexError:
            pass


def turn(k):
    for i in range(ROUNDS // 20):
        line.rotate(3)
        len(line)
        try:
            list(line)
            for x in line:
                pass
        except RuntimeError as error:
            assert "mutated" in str(error)


run(push, shift, turn)
print("deque", len(line), sum(sums) == WORKERS * sum(range(ROUNDS)))

# bytearray, str and bytes built from it
data = bytearray()


def grow(k):
    for i in range(ROUNDS):
        data.append(k)
        if i % 10 == 0:
            bytes(data[:20])
            data.count(k)
            data.find(bytes([k]))


run(grow)
print("bytearray", len(data), [data.count(k) for k in range(WORKERS)] == [ROUNDS] * WORKERS)

# Counter, defaultdict, OrderedDict under a lock and without
ordered = collections.OrderedDict()
default = collections.defaultdict(list)


def both(k):
    for i in range(ROUNDS):
        default[i % 53].append(1)
        with lock:
            ordered[k, i % 31] = i
            ordered.move_to_end((k, i % 31), last=bool(i % 2))
            if len(ordered) > 40:
                ordered.popitem(last=False)


run(both)
print("defaultdict", sum(map(len, default.values())), len(ordered) <= 41)
