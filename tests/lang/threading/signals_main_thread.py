# Signals: handlers run in the main thread, also out of joins, locks, queues, waits and sleeps; handlers that raise.
# test: needs=processes signals
import os
import queue
import signal
import threading
import time

log = []


def handler(number, frame):
    log.append((signal.Signals(number).name, threading.current_thread() is threading.main_thread(), frame is not None))


print(signal.getsignal(signal.SIGUSR1), signal.signal(signal.SIGUSR1, handler), signal.getsignal(signal.SIGUSR1) is handler)
signal.raise_signal(signal.SIGUSR1)
os.kill(os.getpid(), signal.SIGUSR1)
print(log)


class Stop(Exception):
    pass


def stopping(number, frame):
    raise Stop(signal.strsignal(number))


def soon(number=signal.SIGUSR2):
    t = threading.Timer(0.01, os.kill, (os.getpid(), number))
    t.start()
    return t


signal.signal(signal.SIGUSR2, stopping)
held = threading.Lock()
held.acquire()
condition = threading.Condition()
condition.acquire()
blocked = threading.Thread(target=held.acquire, daemon=True)
blocked.start()
for wait in (blocked.join, held.acquire, queue.Queue().get, queue.SimpleQueue().get, threading.Event().wait, condition.wait,
             threading.Semaphore(0).acquire, threading.Barrier(2).wait, lambda: time.sleep(10), signal.pause):
    t = soon()
    try:
        wait()
        print("not interrupted", wait)
    except Stop as e:
        print(type(e).__name__, e)
    t.join()

# A handler that returns: the wait goes on.
log.clear()
for wait in (lambda: threading.Event().wait(0.05), lambda: held.acquire(timeout=0.05), lambda: condition.wait(0.05)):
    t = soon(signal.SIGUSR1)
    started = time.monotonic()
    print(wait(), time.monotonic() - started >= 0.049, len(log))
    t.join()


def elsewhere():
    try:
        signal.signal(signal.SIGUSR1, signal.SIG_DFL)
    except ValueError as e:
        print(e)
    signal.raise_signal(signal.SIGUSR1)


log.clear()
t = threading.Thread(target=elsewhere)
t.start()
t.join()
for _ in range(1000):
    if log:
        break
    time.sleep(0.001)
print(log)
