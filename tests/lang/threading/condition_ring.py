# A bounded ring of Condition variables: producers wait for room, consumers for items; totals and order per producer hold.
import threading


class Ring:
    def __init__(self, size):
        self.slots = [None] * size
        self.head = self.count = 0
        self.lock = threading.Lock()
        self.room = threading.Condition(self.lock)
        self.items = threading.Condition(self.lock)
        self.closed = False

    def put(self, value):
        with self.room:
            while self.count == len(self.slots):
                self.room.wait()
            self.slots[(self.head + self.count) % len(self.slots)] = value
            self.count += 1
            self.items.notify()

    def get(self):
        with self.items:
            self.items.wait_for(lambda: self.count or self.closed)
            if not self.count:
                return None
            value = self.slots[self.head]
            self.head = (self.head + 1) % len(self.slots)
            self.count -= 1
            self.room.notify()
            return value

    def close(self):
        with self.lock:
            self.closed = True
            self.items.notify_all()


def produce(ring, name, n):
    for i in range(n):
        ring.put((name, i))


def consume(ring, into):
    while (item := ring.get()) is not None:
        into.append(item)


for size in (1, 3, 16):
    ring = Ring(size)
    taken = [[] for _ in range(3)]
    producers = [threading.Thread(target=produce, args=(ring, name, 60)) for name in "xy"]
    consumers = [threading.Thread(target=consume, args=(ring, into)) for into in taken]
    for t in consumers + producers:
        t.start()
    for t in producers:
        t.join()
    ring.close()
    for t in consumers:
        t.join()
    everything = [item for into in taken for item in into]
    in_order = all([i for n, i in into if n == name] == sorted(i for n, i in into if n == name) for into in taken for name in "xy")
    print(size, len(everything), len(set(everything)), in_order, ring.count)
