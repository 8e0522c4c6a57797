# Timers: they fire with arguments, cancel before and after firing, are threads with names and can be daemons.
import threading
import time

fired = threading.Event()
log = []


def note(*args, **kwargs):
    log.append((args, sorted(kwargs.items()), isinstance(threading.current_thread(), threading.Timer)))
    fired.set()


t = threading.Timer(0.005, note, [1, 2], {"three": 3})
print(t.is_alive(), t.interval, t.args, t.kwargs, t.function is note, t.finished.is_set())
t.start()
fired.wait(5)
t.join()
print(log, t.is_alive(), t.finished.is_set())

log.clear()
never = threading.Timer(30, note)
never.start()
print(never.is_alive())
never.cancel()
never.join()
print(never.is_alive(), log, never.finished.is_set())

before = threading.Timer(0.001, note)
before.cancel()
before.start()
before.join()
print(log)

order = []
timers = [threading.Timer(delay, order.append, (name,)) for delay, name in ((0.4, "c"), (0.0, "a"), (0.2, "b"))]
for timer in timers:
    timer.daemon = True
    timer.start()
for timer in timers:
    timer.join()
print(order)


class Repeating(threading.Timer):
    def run(self):
        while not self.finished.wait(self.interval):
            self.function(*self.args, **self.kwargs)


ticks = []
enough = threading.Event()


def tick(step):
    ticks.append(len(ticks) * step)
    if len(ticks) == 4:
        enough.set()


clock = Repeating(0.001, tick, (10,))
clock.start()
enough.wait(5)
clock.cancel()
clock.join()
print(ticks[:4], clock.is_alive())
try:
    threading.Timer(1)
except TypeError as e:
    print(e)
raised = threading.Timer(0, lambda: 1 / 0)
threading.excepthook = lambda args: print("hook:", args.exc_type.__name__, args.thread is raised)
raised.start()
raised.join()
print(raised.finished.is_set())
