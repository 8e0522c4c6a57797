# Queue subclasses through the hooks _init, _put, _get, _qsize; and the conditions a Queue is made of.
import queue
import threading


class SetQueue(queue.Queue):
    """Drops duplicates that still wait."""

    def _init(self, maxsize):
        self.order, self.known = [], set()

    def _put(self, item):
        if item not in self.known:
            self.known.add(item)
            self.order.append(item)

    def _get(self):
        item = self.order.pop(0)
        self.known.discard(item)
        return item

    def _qsize(self):
        return len(self.order)


class Dropping(queue.Queue):
    """Keeps the newest items only."""

    def _put(self, item):
        if len(self.queue) == 3:
            self.queue.popleft()
        super()._put(item)


class Peeking(queue.LifoQueue):
    def peek(self):
        with self.mutex:
            return self.queue[-1] if self.queue else None

    def drain(self):
        with self.not_empty:
            while not self.queue:
                self.not_empty.wait()
            items, self.queue[:] = self.queue[:], []
            self.not_full.notify_all()
            return items


q = SetQueue()
for n in (1, 2, 1, 3, 2):
    q.put(n)
print(q.qsize(), [q.get() for _ in range(3)], q.empty())
q.put(1)
print(q.get())

d = Dropping()
for n in range(8):
    d.put(n)
print([d.get() for _ in range(d.qsize())])

p = Peeking(2)
print(p.peek())
p.put("a")
p.put("b")
blocked = threading.Thread(target=p.put, args=("c",))
blocked.start()
print(p.peek(), p.drain())
blocked.join(5)
print(p.drain(), type(p.mutex).__name__, type(p.not_full).__name__, p.not_empty is not p.not_full)


class Failing(queue.Queue):
    def _put(self, item):
        if item == "bad":
            raise ValueError("refused")
        super()._put(item)


f = Failing()
f.put(1)
try:
    f.put("bad")
except ValueError as e:
    print(e, f.qsize(), f.unfinished_tasks)
f.put(2)
print(f.get(), f.get(), isinstance(f.queue, type(q.mutex)) or type(f.queue).__name__)


class Batch(queue.Queue):
    def get_many(self, n):
        out = [self.get()]
        while len(out) < n:
            try:
                out.append(self.get_nowait())
            except queue.Empty:
                break
        return out


b = Batch()
for n in range(7):
    b.put(n)
print(b.get_many(3), b.get_many(10))
