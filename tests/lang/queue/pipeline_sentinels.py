# A pipeline of stages over bounded queues; sentinels close one stage after the other; errors travel as items.
import queue
import threading

END = object()


class Failed:
    def __init__(self, item, error):
        self.item, self.error = item, error

    def __repr__(self):
        return f"Failed({self.item!r}, {self.error!r})"


def stage(function, source, target, workers, upstream):
    ended = [0]
    lock = threading.Lock()

    def work():
        while (item := source.get()) is not END:
            if not isinstance(item, Failed):
                try:
                    item = function(item)
                except Exception as e:
                    item = Failed(item, e)
            target.put(item)
        with lock:
            ended[0] += 1
            last = ended[0] == workers
        if last:
            for _ in range(upstream):
                target.put(END)
        else:
            source.put(END)

    threads = [threading.Thread(target=work) for _ in range(workers)]
    for t in threads:
        t.start()
    return threads


for size in (0, 1, 4):
    a, b, c = (queue.Queue(size) for _ in range(3))
    threads = stage(lambda n: 100 // (n % 7), a, b, 3, 1) + stage(lambda n: (n, str(n)), b, c, 2, 1)

    def feed():
        for n in range(40):
            a.put(n)
        a.put(END)

    feeder = threading.Thread(target=feed)
    feeder.start()
    out = []
    while (item := c.get(timeout=10)) is not END:
        out.append(item)
    feeder.join()
    for t in threads:
        t.join()
    good = sorted(item for item in out if not isinstance(item, Failed))
    bad = sorted(f.item for f in out if isinstance(f, Failed))
    print(size, len(good), good[0], good[-1], bad, {repr(f.error) for f in out if isinstance(f, Failed)})
    print([q.qsize() for q in (b, c)], a.full() if size == 1 else a.maxsize)
