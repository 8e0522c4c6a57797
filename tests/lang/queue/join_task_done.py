# task_done and join: join waits for every item, also those put by workers; too many task_done are refused.
import queue
import threading
import time

q = queue.Queue()
seen = []
lock = threading.Lock()


def worker():
    while True:
        n = q.get()
        try:
            if n is None:
                return
            with lock:
                seen.append(n)
            if n % 2 == 0 and n:
                q.put(n // 2)
        finally:
            q.task_done()


threads = [threading.Thread(target=worker) for _ in range(3)]
for t in threads:
    t.start()
for n in (8, 12, 7, 1):
    q.put(n)
q.join()
print(sorted(seen), q.unfinished_tasks, q.empty())
for _ in threads:
    q.put(None)
q.join()
for t in threads:
    t.join()
try:
    q.task_done()
except ValueError as e:
    print(e)

for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue):
    q = kind()
    for n in (2, 3, 1):
        q.put(n)
    joined = threading.Event()
    t = threading.Thread(target=lambda: (q.join(), joined.set()))
    t.start()
    order = []
    for _ in range(3):
        time.sleep(0.002)
        assert not joined.is_set()
        order.append(q.get())
        q.task_done()
    t.join(5)
    print(kind.__name__, order, joined.is_set(), q.unfinished_tasks)
q = queue.Queue()
q.join()
q.put(1)
print(q.qsize(), q.unfinished_tasks, q.get_nowait(), q.unfinished_tasks)
print(hasattr(queue.SimpleQueue(), "join"), hasattr(queue.SimpleQueue(), "task_done"))
