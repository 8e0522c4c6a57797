# Weak references to threads and what threads use; objects handed to finished threads are let go.
import gc
import queue
import threading
import weakref
from concurrent.futures import Future, ThreadPoolExecutor

for make in (threading.Lock, threading.RLock, threading.Condition, threading.Event, threading.Semaphore, threading.local,
             threading.Thread, lambda: threading.Barrier(2), lambda: threading.Timer(1, print), queue.Queue, queue.LifoQueue,
             queue.PriorityQueue, queue.SimpleQueue, Future, ThreadPoolExecutor):
    thing = make()
    ref = weakref.ref(thing)
    alive = ref() is thing
    del thing
    print(alive, ref() is None, end=" ")
print()


class Payload:
    pass


payload = Payload()
ref = weakref.ref(payload)
t = threading.Thread(target=lambda p, *, k: None, args=(payload,), kwargs={"k": payload})
t.start()
t.join()
del payload
print("after join:", ref())


class Holder:
    def __init__(self):
        self.thread = threading.Thread(target=self.run)
        self.thread.start()

    def run(self):
        self.ran = True


holder = Holder()
holder.thread.join()
ref = weakref.ref(holder)
print(holder.ran)
del holder
print("cycle through the target:", ref())

local = threading.local()
local.me = Payload()
local.me.local = local
refs = [weakref.ref(local.me), weakref.ref(local)]
del local
gc.collect()
print("cycle through a local:", [r() for r in refs])

refs = []
shared = threading.local()


def fill():
    shared.value = Payload()
    refs.append(weakref.ref(shared.value))


for _ in range(5):
    t = threading.Thread(target=fill)
    t.start()
    t.join()
gc.collect()
print("values of ended threads:", [r() for r in refs])
names = weakref.WeakValueDictionary()
for n in range(3):
    t = threading.Thread(name=f"w{n}")
    names[t.name] = t
print(sorted(names))
del t
gc.collect()
print(sorted(names))
