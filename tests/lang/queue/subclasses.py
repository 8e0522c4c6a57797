import queue
import threading


class Unique(queue.Queue):
    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        if item not in self.queue:
            self.queue.append(item)

    def _get(self):
        return self.queue.pop(0)


q = Unique()
for x in (1, 2, 1, 3, 2):
    q.put(x)
print(q.qsize(), [q.get() for _ in range(3)], q.unfinished_tasks)


class Failing(queue.Queue):
    fail = False

    def _put(self, item):
        if self.fail:
            raise ValueError("put")
        super()._put(item)

    def _get(self):
        if self.fail:
            raise ValueError("get")
        return super()._get()


f = Failing(2)
f.put(1)
f.fail = True
for call in (lambda: f.put(2), f.get):
    try:
        call()
    except ValueError as e:
        print(e)
f.fail = False
print(f.get(), f.empty(), f.unfinished_tasks)


class Logged(queue.Queue):
    def put(self, item, block=True, timeout=None):
        print("put", item, block)
        super().put(item, block, timeout)


g = Logged()
g.put_nowait(1)
g.put(2)
print(g.get(), g.get_nowait())
q = queue.Queue()
for i in range(5):
    q.put(i)
with q.mutex:
    print(len(q.queue), list(q.queue))
    q.queue.clear()
print(q.qsize(), q.unfinished_tasks, type(q.queue).__name__)
for bad in (q.task_done,) * 1:
    for _ in range(5):
        bad()
    try:
        bad()
    except ValueError as e:
        print(e)
q = queue.Queue()


def worker():
    while True:
        item = q.get()
        if item is None:
            break
        q.task_done()


t = threading.Thread(target=worker)
t.start()
for i in range(50):
    q.put(i)
q.join()
print(q.unfinished_tasks)
q.put(None)
t.join()
print(queue.Queue[int], issubclass(queue.LifoQueue, queue.Queue))
for bad in ("x", [1]):
    try:
        queue.Queue(bad).put(1)
    except TypeError as e:
        print(e)
try:
    queue.Queue(1, 2)
except TypeError as e:
    print(e)
try:
    queue.Queue().get(foo=1)
except TypeError as e:
    print(e)
