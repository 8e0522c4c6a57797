# The program ends while daemon threads compute, block, hold locks, allocate, collect, sleep, and while objects still live.
# test: timeout=30
import atexit
import concurrent.futures
import gc
import os
import queue
import sys
import threading
import time
import weakref

sys.setswitchinterval(1e-5)
lock, started = threading.Lock(), threading.Semaphore(0)
shared_list, shared_dict, q = [], {}, queue.Queue()


def daemon(body):
    def run():
        started.release()
        while True:
            body()

    for _ in range(2):
        threading.Thread(target=run, daemon=True).start()


def churn():
    shared_list.append([len(shared_list)])
    if len(shared_list) > 100:
        del shared_list[:50]
    shared_dict[len(shared_dict) % 100] = {"a": shared_list[:1]}


def cycle():
    a = []
    a.append(a)
    weakref.WeakValueDictionary()["x"] = threading.Event()


def hold():
    with lock:
        time.sleep(0.001)


def raising():
    try:
        raise ValueError
    except ValueError:
        pass


def nested():
    t = threading.Thread(target=int, daemon=True)
    t.start()
    t.join()


def output():
    sys.stdout.write("")
    sys.stderr.flush()


for body in (churn, cycle, hold, raising, output, lambda: q.put(q.get()), lambda: time.sleep(100),
             lambda: threading.Event().wait(), lambda: gc.collect(), lambda: threading.local().__setattr__("x", 1),
             lambda: sum(range(1000)), lambda: sorted(shared_list, key=id)):
    daemon(body)
    started.acquire()
    started.acquire()
daemon(nested)

told = threading.Event()
pool = concurrent.futures.ThreadPoolExecutor(3)
results = [pool.submit(time.sleep, 0.01) for _ in range(6)]
pool.submit(lambda: (told.wait(), print("the pool's last task", flush=True)))


def late():
    told.wait()
    results[0].result()
    told.wait()
    pool.shutdown()
    print("thread that is no daemon", len(threading.enumerate()) > 10, flush=True)


threading.Thread(target=late).start()
atexit.register(lambda: print("atexit", all(r.done() for r in results), flush=True))
print("end of the main module", flush=True)
told.set()
