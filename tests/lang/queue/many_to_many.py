# Several producers and consumers on each kind of queue: nothing lost, nothing twice, order of each producer kept.
import queue
import threading

PRODUCERS, EACH = 3, 80


def run(q, consumers):
    taken = [[] for _ in range(consumers)]

    def produce(name):
        for n in range(EACH):
            q.put((name, n))

    def consume(into):
        while True:
            item = q.get()
            if item[0] is last:
                return
            into.append(item)

    last = PRODUCERS + 1
    threads = [threading.Thread(target=produce, args=(p,)) for p in range(PRODUCERS)]
    eaters = [threading.Thread(target=consume, args=(into,)) for into in taken]
    for t in threads + eaters:
        t.start()
    for t in threads:
        t.join()
    for _ in eaters:
        q.put((last, 0))
    for t in eaters:
        t.join()
    return taken


for kind, size in ((queue.Queue, 0), (queue.Queue, 2), (queue.SimpleQueue, None), (queue.PriorityQueue, 5)):
    for consumers in (1, 3):
        taken = run(kind() if size is None else kind(size), consumers)
        everything = sorted(item for into in taken for item in into)
        whole = everything == [(p, n) for p in range(PRODUCERS) for n in range(EACH)]
        ordered = all(
            [n for p, n in into if p == producer] == sorted(n for p, n in into if p == producer)
            for into in taken
            for producer in range(PRODUCERS)
        )
        print(kind.__name__, size, consumers, whole, ordered)
