# Workers in lockstep by a Barrier with an action: every phase sees all of the phase before.
import threading

N = 4
grid = [[i * N + j for j in range(N)] for i in range(N)]
phases = []


def action():
    phases.append([sum(row) for row in grid])


barrier = threading.Barrier(N, action=action)
leaders = []


def worker(row):
    for step in range(5):
        before = [r[:] for r in grid]
        barrier.wait()
        # Everyone has copied; each changes its own row.
        for j in range(N):
            grid[row][j] = before[row][j] + before[(row + 1) % N][j]
        if barrier.wait() == 0:
            leaders.append(step)


threads = [threading.Thread(target=worker, args=(i,)) for i in range(N)]
for t in threads:
    t.start()
for t in threads:
    t.join()
for p in phases:
    print(p)
print(leaders, barrier.parties, barrier.n_waiting, barrier.broken)


class Failing:
    calls = 0

    def __call__(self):
        Failing.calls += 1
        raise RuntimeError("action failed")


bad = threading.Barrier(3, Failing())
outcomes = []


def meet():
    try:
        bad.wait()
        outcomes.append("passed")
    except threading.BrokenBarrierError as e:
        outcomes.append(f"broken {e.args}")
    except RuntimeError as e:
        outcomes.append(f"action {e}")


threads = [threading.Thread(target=meet) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(outcomes), bad.broken, Failing.calls)
try:
    bad.wait()
except threading.BrokenBarrierError as e:
    print("still broken", repr(e))
bad.reset()
print(bad.broken, bad.n_waiting)
