# 10,000 threads in waves, then as many alive at once as there are; a thread that cannot start leaves no trace.
# test: timeout=180
import os
import threading

SHORT = os.environ.get("PORTALIS_STRESS") == "short"
TOTAL, WAVE, ALIVE = (1000, 100, 300) if SHORT else (10000, 250, 10000)
counts = [0] * WAVE
done = []


def bump(k):
    counts[k] += 1
    done.append(k)


for start in range(0, TOTAL, WAVE):
    wave = [threading.Thread(target=bump, args=(k,)) for k in range(WAVE)]
    for t in wave:
        t.start()
    for t in wave:
        t.join()
    assert not any(t.is_alive() for t in wave)
print(len(done), set(counts), threading.active_count())

threading.stack_size(64 * 1024)
release = threading.Event()
arrived = threading.Semaphore(0)


def stay():
    arrived.release()
    release.wait()
    done.append(1)


done.clear()
alive, refused = [], None
while len(alive) < ALIVE and refused is None:
    t = threading.Thread(target=stay)
    try:
        t.start()
        alive.append(t)
    except RuntimeError as error:
        refused = str(error)
for _ in alive:
    arrived.acquire()
print(refused in (None, "can't start new thread"), threading.active_count() == len(alive) + 1, len(threading.enumerate()) == len(alive) + 1)
print(len({t.ident for t in alive}) == len(alive), len({t.native_id for t in alive}) == len(alive))
release.set()
for t in alive:
    t.join()
print(len(done) == len(alive), threading.active_count(), refused is not None or len(alive) == ALIVE)

threading.stack_size(1 << 46)  # more than any system gives
t = threading.Thread(target=bump, args=(0,), name="never")
try:
    t.start()
except RuntimeError as error:
    print("RuntimeError:", error)
print(t.is_alive(), t.ident, threading.active_count(), [x.name for x in threading.enumerate()])
threading.stack_size(0)
t.start()
t.join()
print(t.is_alive(), threading.active_count())
