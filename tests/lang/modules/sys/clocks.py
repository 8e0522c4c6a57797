# Clocks by number that only some systems have.
# test: needs=processes
import time


def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__, e)


for name in ("CLOCK_REALTIME", "CLOCK_MONOTONIC", "CLOCK_MONOTONIC_RAW", "CLOCK_BOOTTIME", "CLOCK_TAI", "CLOCK_PROCESS_CPUTIME_ID", "CLOCK_THREAD_CPUTIME_ID"):
    clock = getattr(time, name)
    a, b = time.clock_gettime(clock), time.clock_gettime_ns(clock)
    print(name, clock, type(a), type(b), 0 <= b / 1e9 - a < 5, time.clock_getres(clock))
for bad in (99, "a", 2**40, -2**40, 1.5, None):
    show(time.clock_gettime, bad)
    show(time.clock_gettime_ns, bad)
    show(time.clock_getres, bad)
