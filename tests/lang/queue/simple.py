import queue
import _queue
import threading

print(queue.SimpleQueue is _queue.SimpleQueue, queue.Empty is _queue.Empty, queue.Empty, queue.Full)
q = queue.SimpleQueue()
print(q.empty(), q.qsize())
for i in range(20):
    q.put(i)
q.put_nowait("x")
q.put("y", block=False, timeout=-1)
print(q.qsize(), [q.get() for _ in range(22)])
for call in (q.get_nowait, lambda: q.get(timeout=0.01), lambda: q.get(False), lambda: q.get(timeout=-1), lambda: q.get(timeout="x")):
    try:
        call()
    except (queue.Empty, ValueError, TypeError) as e:
        print(type(e).__name__, str(e)[:40])
out = []
ts = [threading.Thread(target=lambda: out.append(q.get())) for _ in range(4)]
[t.start() for t in ts]
for i in range(4):
    q.put(i)
[t.join() for t in ts]
print(sorted(out), q.empty())


class Again:
    def __del__(self):
        q.put("from del")


q.put(Again())
q.get()
print(q.get())


class Sub(queue.SimpleQueue):
    pass


s = Sub()
s.put(1)
print(s.get(), type(s).__name__)
p = queue.PriorityQueue()
for x in (3, 1, 2):
    p.put((x, "v"))
print(p.queue[0], [p.get() for _ in range(3)])
