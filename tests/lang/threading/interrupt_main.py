# _thread.interrupt_main: KeyboardInterrupt in the main thread at its next step, or the handler of another signal.
# test: needs=signals
import _thread
import signal
import threading
import time

try:
    _thread.interrupt_main()
    print("not reached")
except KeyboardInterrupt:
    print("at once")


def later():
    _thread.interrupt_main()


def interrupted(function):
    t = threading.Timer(0.01, later)
    t.start()
    try:
        function()
        return "not interrupted"
    except KeyboardInterrupt:
        return "interrupted"
    finally:
        t.join()


def spin():
    n = 0
    while True:
        n += 1


def poll():
    while True:
        time.sleep(0.002)


lock = threading.Lock()
lock.acquire()
for wait in (spin, poll):
    print(interrupted(wait))
print(lock.locked())
calls = []
signal.signal(signal.SIGTERM, lambda *args: calls.append(args[0]))
_thread.interrupt_main(signal.SIGTERM)
print(calls)
signal.signal(signal.SIGTERM, signal.SIG_IGN)
_thread.interrupt_main(signal.SIGTERM)
signal.signal(signal.SIGTERM, signal.SIG_DFL)
_thread.interrupt_main(signal.SIGTERM)
old = signal.signal(signal.SIGINT, signal.SIG_IGN)
_thread.interrupt_main()
signal.signal(signal.SIGINT, old)
for bad in (-1, 0, 1000):
    try:
        _thread.interrupt_main(bad)
    except ValueError as e:
        print(e)
try:
    with threading.Lock():
        _thread.interrupt_main()
except KeyboardInterrupt:
    print("out of with")
