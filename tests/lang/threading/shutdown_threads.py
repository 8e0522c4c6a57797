# The end of a program: the main module ends first, non-daemon threads go on, then atexit; a daemon is left behind.
import atexit
import threading
import time

gate = threading.Event()


def late(n):
    gate.wait()
    time.sleep(0.001 * n)
    with lock:
        finished.append(n)
    if n == 2:
        # A thread started while the others are being waited for is waited for too.
        threading.Thread(target=very_late).start()


def very_late():
    time.sleep(0.01)
    with lock:
        finished.append("very late")


def daemon():
    while True:
        time.sleep(0.001)


lock = threading.Lock()
finished = []
atexit.register(lambda: print("atexit first registered", sorted(map(str, finished))))
atexit.register(print, "atexit second registered", threading.active_count() >= 1)
threading._register_atexit(print, "threading exit function")
for n in range(3):
    threading.Thread(target=late, args=(n,)).start()
threading.Thread(target=daemon, daemon=True).start()
print("alive", threading.active_count(), sorted(t.daemon for t in threading.enumerate()))
print("main ends")
gate.set()
