"""A three-stage pipeline over queues with sentinels; errors travel along as values."""
import queue
import threading

DONE = object()


class Stage(threading.Thread):
    def __init__(self, name, function, source, sink, workers_left):
        super().__init__(name=name)
        self.function, self.source, self.sink = function, source, sink
        self.workers_left = workers_left
        self.handled = 0

    def run(self):
        while True:
            item = self.source.get()
            if item is DONE:
                self.source.put(DONE)
                break
            number, value = item
            try:
                if not isinstance(value, Exception):
                    value = self.function(value)
            except Exception as e:
                value = e
            self.handled += 1
            self.sink.put((number, value))
        with self.workers_left["lock"]:
            self.workers_left["count"] -= 1
            if self.workers_left["count"] == 0:
                self.sink.put(DONE)


def build(functions, workers, size):
    queues = [queue.Queue(size) for _ in range(len(functions) + 1)]
    queues[-1] = queue.Queue()
    stages = []
    for n, function in enumerate(functions):
        left = {"lock": threading.Lock(), "count": workers}
        stages += [Stage(f"{function.__name__}-{k}", function, queues[n], queues[n + 1], left) for k in range(workers)]
    return queues, stages


def parse(text):
    return int(text, 0)


def invert(n):
    return 1000 / n


def show(x):
    return f"{x:.2f}"


queues, stages = build([parse, invert, show], 3, 4)
for stage in stages:
    stage.start()
inputs = ["10", "0x20", "zero", "0", "0b101", "7", "", "-4"] * 20
for item in enumerate(inputs):
    queues[0].put(item)
queues[0].put(DONE)
for stage in stages:
    stage.join()
results = {}
while True:
    item = queues[-1].get_nowait()
    if item is DONE:
        break
    results[item[0]] = item[1]
print(len(results), [repr(results[n]) for n in range(8)])
print([repr(results[n]) for n in range(8)] == [repr(results[n]) for n in range(152, 160)])
print(sum(s.handled for s in stages) == 3 * len(inputs), queues[-1].empty(), [s.is_alive() for s in stages].count(True))
