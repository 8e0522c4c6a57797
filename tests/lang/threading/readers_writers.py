# A readers-writer lock made of a Condition: readers share, writers exclude, waiting writers go first.
import contextlib
import threading


class RWLock:
    def __init__(self):
        self.changed = threading.Condition()
        self.readers = 0
        self.writing = False
        self.writers_waiting = 0

    @contextlib.contextmanager
    def reading(self):
        with self.changed:
            self.changed.wait_for(lambda: not self.writing and not self.writers_waiting)
            self.readers += 1
        try:
            yield self.readers
        finally:
            with self.changed:
                self.readers -= 1
                if not self.readers:
                    self.changed.notify_all()

    @contextlib.contextmanager
    def writing_lock(self):
        with self.changed:
            self.writers_waiting += 1
            self.changed.wait_for(lambda: not self.writing and not self.readers)
            self.writers_waiting -= 1
            self.writing = True
        try:
            yield
        finally:
            with self.changed:
                self.writing = False
                self.changed.notify_all()


lock = RWLock()
pair = [0, 0]
torn = []
together = threading.Barrier(3)


def reader():
    for _ in range(100):
        with lock.reading():
            a, b = pair
            if a != b:
                torn.append((a, b))


def writer(step):
    for _ in range(50):
        with lock.writing_lock():
            pair[0] += step
            pair[1] += step


def held_together():
    with lock.reading():
        together.wait(5)      # passes only if all three read at once


threads = [threading.Thread(target=reader) for _ in range(3)]
threads += [threading.Thread(target=writer, args=(n,)) for n in (1, 10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(pair, torn, lock.readers, lock.writing, lock.writers_waiting)
threads = [threading.Thread(target=held_together) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(together.broken, together.n_waiting)
try:
    with lock.writing_lock():
        raise KeyError("inside")
except KeyError as e:
    print(repr(e), lock.writing)
