# The collector, finalizers, weak references and their callbacks while other threads make, change and drop objects.
# test: timeout=60
import gc
import os
import random
import sys
import threading
import weakref

SHORT = os.environ.get("PORTALIS_STRESS") == "short"
WORKERS, ROUNDS = (4, 60) if SHORT else (8, 1500)
sys.setswitchinterval(1e-5)
lock = threading.RLock()  # a finalizer may run while its own thread holds it
made = finalized = called = 0


class Node:
    def __init__(self, *links):
        global made
        with lock:
            made += 1
        self.links = list(links)
        self.me = None

    def __del__(self):
        global finalized
        with lock:
            finalized += 1


class Plain:
    pass


def run(*works):
    gate = threading.Barrier(WORKERS * len(works))

    def body(work, k):
        gate.wait()
        work(k)

    threads = [threading.Thread(target=body, args=(w, k)) for k in range(WORKERS) for w in works]
    for t in threads:
        t.start()
    for t in threads:
        t.join()


def settle():
    for _ in range(5):
        gc.collect()


# cycles through nodes of several threads
board = [None] * 32


def build(k):
    r = random.Random(k)
    for i in range(ROUNDS):
        a, b = Node(), Node()
        a.links.append(b)
        b.links.append(a)
        board[r.randrange(32)] = a
        other = board[r.randrange(32)]
        if other is not None:
            b.links.append(other)
            other.me = other
        if i % 3 == 0:
            board[r.randrange(32)] = None


def collect(k):
    for i in range(ROUNDS // 100 + 1):
        gc.collect(i % 3)
        gc.get_count()
        gc.get_objects() if i == 3 else None
        gc.get_referrers(board) if i == 4 else None


run(build, collect)
board[:] = [None] * 32
settle()
print("cycles", made == finalized == WORKERS * ROUNDS * 2, made - finalized)

# weak references: callbacks once each, never a dead object
made = finalized = 0


def note(reference):
    global called
    assert reference() is None
    with lock:
        called += 1


registered = 0
watchers = [[] for _ in range(WORKERS)]


def watch(k):
    global registered
    for i in range(ROUNDS):
        board[i % 32] = Node()
        target = board[(i * 7) % 32]
        if target is not None:
            watchers[k].append(weakref.ref(target, note))
            with lock:
                registered += 1
        plain = weakref.ref(target) if target is not None else None
        del target
        if plain is not None:
            alive = plain()
            assert alive is None or type(alive.links) is list
        if i % 5 == 0:
            board[(i * 3) % 32] = None


run(watch)
board[:] = [None] * 32
settle()
print("callbacks", called == registered, made == finalized)

# weak containers and one weak reference shared by all
values, keys, members = weakref.WeakValueDictionary(), weakref.WeakKeyDictionary(), weakref.WeakSet()
strong = [Plain() for _ in range(16)]
single = Plain()
reference = weakref.ref(single)
proxy = weakref.proxy(single)
single.x = 1


def contain(k):
    for i in range(ROUNDS):
        p = Plain()
        with lock:
            values[k, i % 20] = p
            keys[p] = i
            members.add(p)
        strong[i % 16] = p
        with lock:
            values.get((k, (i + 1) % 20))
            len(members), len(keys)
        assert reference() is single and proxy.x == 1
        assert weakref.ref(single) is reference
        weakref.getweakrefcount(single)
        if i % 100 == 0:
            with lock:
                list(values.items()), list(keys), list(members)


run(contain)
del strong[:]
settle()
print("weak containers", len(values), len(keys), len(members))

# finalizers that bring objects back, start work, and touch what others touch
revived, lasting = [], []


class Phoenix:
    def __init__(self):
        self.cycle = self

    def __del__(self):
        lasting.append(1)
        if len(revived) < 50:
            revived.append(self)


class Chatty:
    def __del__(self):
        board[0] = Plain()
        shared.append([self.__class__])
        shared.pop()
        gc.collect(0) if len(lasting) % 100 == 0 else None


shared = []


def revive(k):
    for i in range(ROUNDS // 10):
        Phoenix()
        board[k % 32] = Chatty()
        c = Chatty()
        c.cycle = [c]
        if i % 20 == 0:
            gc.collect()


run(revive)
settle()
count = len(lasting)
revived.clear()
settle()
print("revived", count == len(lasting) == WORKERS * (ROUNDS // 10))

# objects dropped by a thread that did not make them, and by nobody
made = finalized = 0
belt = []


def make(k):
    for i in range(ROUNDS):
        belt.append(Node(Node()))


def drop(k):
    n = 0
    while n < ROUNDS:
        try:
            belt.pop()
            n += 1
        except IndexError:
            pass


run(make, drop)
settle()
print("dropped elsewhere", made == finalized == WORKERS * ROUNDS * 2)


def leave(k):
    a = Node()
    b = Node(a)
    a.links.append(b)
    mine = [Node() for _ in range(10)]
    keep = lambda: (mine, a)
    board[k] = keep


for _ in range(5):
    run(leave)
board[:] = [None] * 32
settle()
print("locals of ended threads", made == finalized)

# freeze, thaw and switching the collector
def switches(k):
    for i in range(ROUNDS // 50 + 1):
        gc.disable()
        gc.enable()
        gc.isenabled()
        gc.freeze()
        gc.unfreeze()
        gc.set_threshold(700, 10, 10)
        gc.get_threshold()
        gc.get_stats()
        gc.is_tracked(board)


run(switches, make)
belt.clear()
settle()
print("switches", made == finalized, gc.isenabled())
