# Backpressure: a producer never runs ahead of a bounded queue; measured by what is between put and processed.
import queue
import threading


class Gauge:
    def __init__(self):
        self.lock = threading.Lock()
        self.now = self.peak = 0

    def up(self):
        with self.lock:
            self.now += 1
            self.peak = max(self.peak, self.now)

    def down(self):
        with self.lock:
            self.now -= 1


for size, consumers in ((1, 1), (2, 2), (5, 1)):
    q, gauge, out = queue.Queue(size), Gauge(), []

    def produce():
        for n in range(100):
            q.put(n)
            gauge.up()
        for _ in range(consumers):
            q.put(None)

    def consume():
        while (n := q.get()) is not None:
            out.append(n)
            gauge.down()

    threads = [threading.Thread(target=produce)] + [threading.Thread(target=consume) for _ in range(consumers)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    print(size, len(out), sorted(out) == list(range(100)), gauge.now, gauge.peak <= size + consumers + 1, q.empty())

# Two queues in a circle with one token each: a game of catch.
left, right = queue.Queue(1), queue.Queue(1)
log = []


def player(name, source, target):
    while True:
        ball = source.get()
        if ball > 9:
            target.put(ball + 1)
            return
        log.append((name, ball))
        target.put(ball + 1)


a = threading.Thread(target=player, args=("a", left, right))
b = threading.Thread(target=player, args=("b", right, left))
a.start()
b.start()
left.put(0)
a.join()
b.join()
print(log)
