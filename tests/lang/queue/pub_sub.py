# A broker with topics: subscribers get copies in order, late ones miss what was before, slow ones drop, closing ends all.
import collections
import queue
import threading


class Broker:
    def __init__(self):
        self.lock = threading.Lock()
        self.topics = collections.defaultdict(list)
        self.dropped = collections.Counter()

    def subscribe(self, topic, size=0):
        q = queue.Queue(size)
        with self.lock:
            self.topics[topic].append(q)
        return q

    def publish(self, topic, message):
        with self.lock:
            for q in self.topics[topic]:
                try:
                    q.put_nowait(message)
                except queue.Full:
                    self.dropped[topic] += 1

    def close(self):
        with self.lock:
            for subscribers in self.topics.values():
                for q in subscribers:
                    while True:
                        try:
                            q.put_nowait(None)
                            break
                        except queue.Full:
                            q.get_nowait()


def collect(q, into):
    while (message := q.get()) is not None:
        into.append(message)


broker = Broker()
news = [[] for _ in range(3)]
readers = [threading.Thread(target=collect, args=(broker.subscribe("news"), into)) for into in news]
for r in readers:
    r.start()
for n in range(50):
    broker.publish("news", n)
late = broker.subscribe("news")
broker.publish("news", "last")
slow = broker.subscribe("sport", 3)
for n in range(10):
    broker.publish("sport", n)
broker.publish("nobody", 1)
broker.close()
for r in readers:
    r.join()
print([into == [*range(50), "last"] for into in news])
print(late.get(), late.get(), late.empty())
print([slow.get() for _ in range(3)], dict(broker.dropped))

writers = Broker()
box = writers.subscribe("mixed")


def write(name):
    for n in range(40):
        writers.publish("mixed", (name, n))


threads = [threading.Thread(target=write, args=(name,)) for name in "abc"]
for t in threads:
    t.start()
for t in threads:
    t.join()
writers.close()
seen = collections.defaultdict(list)
collected = []
collect(box, collected)
for name, n in collected:
    seen[name].append(n)
print({name: numbers == list(range(40)) for name, numbers in sorted(seen.items())})
