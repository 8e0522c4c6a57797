# time.clock_gettime() and its like.
import time

for name in ("CLOCK_REALTIME", "CLOCK_MONOTONIC", "CLOCK_PROCESS_CPUTIME_ID", "CLOCK_THREAD_CPUTIME_ID"):
    clock = getattr(time, name)
    a, b = time.clock_gettime(clock), time.clock_gettime_ns(clock)
    print(name, clock, type(a), type(b), 0 <= b / 1e9 - a < 5, time.clock_getres(clock))
print(abs(time.clock_gettime(time.CLOCK_REALTIME) - time.time()) < 5, abs(time.clock_gettime(time.CLOCK_MONOTONIC) - time.monotonic()) < 5)
for wrong in (-1, 12345, "x", 1.5):
    try:
        print(time.clock_gettime(wrong))
    except (OSError, TypeError) as e:
        print(type(e).__name__, e)
