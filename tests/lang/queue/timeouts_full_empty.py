# Full and Empty, with and without time limits; wrong arguments; bounded queues at their edges.
import queue
import threading
import time


def timed(function, *args, **kwargs):
    started = time.monotonic()
    try:
        result = function(*args, **kwargs)
    except (queue.Empty, queue.Full, ValueError) as e:
        result = type(e).__name__, str(e)
    return result, time.monotonic() - started >= 0.018


for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue):
    q = kind(2)
    print(kind.__name__, timed(q.get, False), timed(q.get_nowait), timed(q.get, True, 0.02), timed(q.get, timeout=-1))
    q.put("x")
    q.put("y", block=False)
    print(q.full(), q.qsize(), timed(q.put, 1, False), timed(q.put_nowait, 1), timed(q.put, 1, timeout=0.02), timed(q.put, 1, True, -0.1))
    print(q.get(), q.full(), q.empty())
unbounded = queue.Queue(-5)
for n in range(100):
    unbounded.put_nowait(n)
print(unbounded.full(), unbounded.qsize(), unbounded.maxsize)
s = queue.SimpleQueue()
print(timed(s.get, False), timed(s.get, timeout=0.02), timed(s.get_nowait), timed(s.get, True, -1))
s.put(1, block=True, timeout=3)
s.put_nowait(2)
print(s.qsize(), s.get(timeout=1), s.get(), s.empty())
for call in (lambda: s.put(), lambda: s.get(timeout="x"), lambda: queue.SimpleQueue(1), lambda: queue.Queue(1, 2, 3)):
    try:
        call()
    except TypeError as e:
        print("TypeError")

# A blocked put is woken by a get and the other way round.
q = queue.Queue(1)
q.put("first")
t = threading.Thread(target=q.put, args=("second",), kwargs={"timeout": 10})
t.start()
print(q.get(timeout=5))
t.join()
print(q.get(timeout=5))
results = []
t = threading.Thread(target=lambda: results.append(q.get(timeout=10)))
t.start()
q.put("third")
t.join()
print(results, issubclass(queue.Empty, Exception), queue.Empty.__module__, queue.Full.__module__)
