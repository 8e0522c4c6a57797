# The end of a program with pools still open: queued work is done first, late submissions are refused.
import atexit
import threading
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(2)
gate = threading.Event()
done = []
lock = threading.Lock()


def work(n):
    gate.wait(10)
    with lock:
        done.append(n)
        if len(done) == 8:
            print("all done", sorted(done))


for n in range(8):
    pool.submit(work, n)


def late():
    try:
        pool.submit(print, "never")
    except RuntimeError as e:
        print("late:", e)
    try:
        ThreadPoolExecutor(1).submit(print, "never")
    except RuntimeError as e:
        print("new pool:", e)


atexit.register(late)
print("main ends")
gate.set()
