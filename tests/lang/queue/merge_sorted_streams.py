# Producers of sorted streams, one consumer that merges them through generators over queues.
import heapq
import itertools
import queue
import threading

DONE = object()


def stream(numbers, size=2):
    q = queue.Queue(size)

    def fill():
        for n in numbers:
            q.put(n)
        q.put(DONE)

    thread = threading.Thread(target=fill)
    thread.start()

    def items():
        try:
            yield from iter(q.get, DONE)
        finally:
            closed.append(thread.name)

    return thread, items()


closed = []
sources = [range(0, 60, 3), range(1, 60, 7), [5] * 4, [], (n * n for n in range(8))]
threads, iterators = zip(*[stream(s) for s in sources])
merged = list(heapq.merge(*iterators))
print(merged == sorted(itertools.chain(range(0, 60, 3), range(1, 60, 7), [5] * 4, (n * n for n in range(8)))), len(merged), len(closed))
for t in threads:
    t.join()


def parallel_map(function, items, workers=3):
    """Results in order, computed out of order."""
    todo, done = queue.Queue(), queue.Queue()

    def work():
        for index, item in iter(todo.get, None):
            done.put((index, function(item)))

    team = [threading.Thread(target=work) for _ in range(workers)]
    for t in team:
        t.start()
    count = 0
    for pair in enumerate(items):
        todo.put(pair)
        count += 1
    for _ in team:
        todo.put(None)
    waiting, expected = {}, 0
    while expected < count:
        while expected not in waiting:
            index, value = done.get()
            waiting[index] = value
        yield waiting.pop(expected)
        expected += 1
    for t in team:
        t.join()


print(list(parallel_map(lambda n: n * n, range(12))))
print("".join(parallel_map(str.upper, "ordered")), list(parallel_map(len, [])))
gen = parallel_map(lambda n: -n, itertools.islice(itertools.count(1), 5))
print(next(gen), list(gen))
