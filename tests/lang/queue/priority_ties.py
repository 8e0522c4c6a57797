# Priority queues: ties, tuples, items that cannot be compared, own ordering; a scheduler that ages.
import dataclasses
import functools
import itertools
import queue
import threading

q = queue.PriorityQueue()
for item in [(2, "b"), (1, "z"), (2, "a"), (1, "a"), (3, "")]:
    q.put(item)
print([q.get() for _ in range(q.qsize())])

q.put((1, {}))
try:
    q.put((1, {}))
except TypeError as e:
    print(e)


@dataclasses.dataclass(order=True)
class Job:
    priority: int
    number: int = dataclasses.field(default_factory=itertools.count().__next__)
    action: object = dataclasses.field(compare=False, default=None)


@functools.total_ordering
class Reversed:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return self.value == other.value

    def __lt__(self, other):
        return self.value > other.value


jobs = queue.PriorityQueue()
for priority, name in [(5, "low"), (1, "high"), (5, "low 2"), (1, "high 2"), (3, "middle")]:
    jobs.put(Job(priority, action=name))
print([jobs.get().action for _ in range(5)], jobs.empty())

r = queue.PriorityQueue()
for v in (3, 9, 1, 7):
    r.put(Reversed(v))
print([r.get().value for _ in range(4)])


class Loud:
    def __lt__(self, other):
        raise RuntimeError("no order")


bad = queue.PriorityQueue()
bad.put(Loud())
try:
    bad.put(Loud())
except RuntimeError as e:
    print(e, bad.qsize() >= 1)

work = queue.PriorityQueue()
done = []


def runner():
    while True:
        job = work.get()
        if job.action is None:
            return
        done.append(job.action)
        if job.action < 3:
            work.put(Job(job.priority, action=job.action + 10))


for n in range(5):
    work.put(Job(5 - n, action=n))
work.put(Job(99))
t = threading.Thread(target=runner)
t.start()
t.join()
print(done)
limited = queue.PriorityQueue(2)
limited.put_nowait(2)
limited.put_nowait(1)
try:
    limited.put_nowait(0)
except queue.Full as e:
    print("Full", e.args, limited.get(), limited.get())
mixed = queue.PriorityQueue()
for v in (2.5, True, 0, -1.0):
    mixed.put(v)
print([mixed.get() for _ in range(4)])
