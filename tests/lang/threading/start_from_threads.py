# A tree of threads: each starts two more; joins, counts and inherited names; list of live threads never shows ended ones.
import threading

lock = threading.Lock()
visited = []


def grow(depth, path):
    with lock:
        visited.append(path)
    if depth:
        children = [threading.Thread(target=grow, args=(depth - 1, path + side), name=path + side) for side in "LR"]
        for c in children:
            c.start()
        for c in children:
            c.join()
            assert not c.is_alive() and c not in threading.enumerate()


grow(4, "")
print(len(visited), sorted(visited, key=lambda p: (len(p), p))[:8])
print(threading.active_count(), [t.name for t in threading.enumerate()])

# The same, without joins: a latch counts down.
count = 2 ** 5 - 1
all_done = threading.Event()


def sprout(depth):
    global count
    if depth:
        for _ in range(2):
            threading.Thread(target=sprout, args=(depth - 1,)).start()
    with lock:
        count -= 1
        if not count:
            all_done.set()


sprout(4)
print(all_done.wait(10), count)

# A chain: each thread joins the one before.
chain = []


def link(previous, n):
    if previous:
        previous.join()
    chain.append(n)


previous = None
for n in range(20):
    previous = threading.Thread(target=link, args=(previous, n))
    previous.start()
previous.join()
print(chain)
results = [None] * 6
threads = [threading.Thread(target=results.__setitem__, args=(i, i * i)) for i in range(6)]
for t in threads:
    t.start()
for t in threads:
    t.join(timeout=5)
print(results)
