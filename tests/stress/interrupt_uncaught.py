# A Ctrl-C that nobody catches, with daemon threads alive: atexit runs, finally clauses run, and the process dies of SIGINT.
# test: timeout=30
import atexit
import os
import queue
import threading
import time


def spin():
    while True:
        [x for x in range(50)]


def blocked():
    queue.Queue().get()


def finish():
    ready.wait()
    time.sleep(0.05)
    print("worker ends", flush=True)


ready = threading.Event()
for _ in range(4):
    threading.Thread(target=spin, daemon=True).start()
    threading.Thread(target=blocked, daemon=True).start()
threading.Thread(target=finish).start()
atexit.register(print, "atexit", flush=True)
try:
    threading.Timer(0.05, os.kill, (os.getpid(), 2)).start()
    threading.Event().wait()
finally:
    print("finally", flush=True)
    ready.set()
