# Threads start and end all the time while others change classes, collect, and look at all frames (the world stops often).
# test: timeout=60
import _thread
import gc
import os
import sys
import threading

SHORT = os.environ.get("PORTALIS_STRESS") == "short"
STOPPERS, WAVES, WIDTH = (2, 10, 5) if SHORT else (3, 40, 10)
sys.setswitchinterval(1e-5)
done = threading.Event()
stops = [0] * STOPPERS


class Base:
    def __len__(self):
        return 1


class Other(Base):
    pass


def stopper(k):
    while not done.is_set():
        if k % 3 == 0:
            Base.__len__ = lambda self: 1
            Base.__call__ = lambda self: 2
        elif k % 3 == 1:
            gc.collect()
        else:
            for frame in sys._current_frames().values():
                frame.f_lineno
        stops[k] += 1


def short(k):
    local = [Base() for _ in range(10)]
    assert sum(map(len, local)) == 10
    local[0].__class__ = Other
    assert len(local[0]) == 1 and type(local[0]) is Other
    cycle = [local]
    cycle.append(cycle)
    ended.append(k)


ended = []
stoppers = [threading.Thread(target=stopper, args=(k,)) for k in range(STOPPERS)]
for t in stoppers:
    t.start()
for wave in range(WAVES):
    threads = [threading.Thread(target=short, args=(k,)) for k in range(WIDTH)]
    for t in threads:
        t.start()
    bare = threading.Semaphore(0)
    for k in range(WIDTH):
        _thread.start_new_thread(lambda: (short(-1), bare.release()), ())
    for t in threads:
        t.join()
    for k in range(WIDTH):
        bare.acquire()
done.set()
for t in stoppers:
    t.join()
print(len(ended) == 2 * WAVES * WIDTH, all(stops), threading.active_count(), Base()(), len(Base()))
