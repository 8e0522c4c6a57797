# test: stderr=full
# sys.tracebacklimit holds for uncaught exceptions and for what is thrown away: the last entries; none at all for 0 and less.
import sys
import threading


class Loud:
    def __init__(self, depth):
        self.depth = depth

    def down(self, n):
        if n:
            self.down(n - 1)
        else:
            raise ValueError("deep")

    def __del__(self):
        self.down(self.depth)

    def __repr__(self):
        return f"Loud({self.depth})"


def last(n):
    sys.tracebacklimit = n
    sys.excepthook(type(error), error, error.__traceback__)


def work():
    Loud.down(loud, 2)


loud = Loud(0)
try:
    Loud.down(loud, 4)
except ValueError as e:
    error = e
for n in (1, 2, 10, 2**70, True, 0, -1, -2**70, "1", None):
    print(n, file=sys.stderr)
    last(n)
sys.tracebacklimit = 1
thread = threading.Thread(target=work, name="worker")
thread.start()
thread.join()
sys.tracebacklimit = 2
try:
    work()
except ValueError:
    raise KeyError("second")
finally:
    Loud(1)
    sys.tracebacklimit = 0
    Loud(1)
    sys.tracebacklimit = 2
    del Loud.__del__
