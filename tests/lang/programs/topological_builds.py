"""A build system in miniature: dependency graph, cycles reported, independent tasks run by a pool in waves."""
import threading
from collections import deque
from concurrent.futures import ThreadPoolExecutor, wait, FIRST_COMPLETED


class CycleError(ValueError):
    def __init__(self, path):
        super().__init__(" -> ".join(path))
        self.path = path


class Graph:
    def __init__(self):
        self.needs = {}

    def add(self, task, *needs):
        self.needs.setdefault(task, set()).update(needs)
        for n in needs:
            self.needs.setdefault(n, set())
        return self

    def order(self):
        done, path, result = set(), [], []

        def visit(task):
            if task in done:
                return
            if task in path:
                raise CycleError(path[path.index(task):] + [task])
            path.append(task)
            for n in sorted(self.needs[task]):
                visit(n)
            path.pop()
            done.add(task)
            result.append(task)
        for task in sorted(self.needs):
            visit(task)
        return result

    def waves(self):
        left = {t: set(n) for t, n in self.needs.items()}
        while left:
            ready = sorted(t for t, n in left.items() if not n)
            if not ready:
                raise CycleError(sorted(left))
            yield ready
            for t in ready:
                del left[t]
            for n in left.values():
                n.difference_update(ready)


def run(graph, action, workers=4):
    left = {t: set(n) for t, n in graph.needs.items()}
    finished, failures, running = [], {}, {}
    with ThreadPoolExecutor(workers) as pool:
        def launch():
            for t in sorted(t for t, n in left.items() if not n):
                del left[t]
                running[pool.submit(action, t)] = t
        launch()
        while running:
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in sorted(done, key=running.get):
                t = running.pop(future)
                if future.exception():
                    failures[t] = future.exception()
                    continue
                finished.append(t)
                for n in left.values():
                    n.discard(t)
            launch()
    return finished, failures, sorted(left)


g = Graph().add("app", "lib", "main.o").add("main.o", "main.c", "lib.h").add("lib", "lib.o").add("lib.o", "lib.c", "lib.h").add("test", "app")
print(g.order())
print(list(g.waves()))
active, peak, lock = set(), 0, threading.Lock()


def action(t):
    with lock:
        active.add(t)
    if t == "lib.o":
        raise OSError(f"cannot compile {t}")
    with lock:
        active.discard(t)
    return t


finished, failures, blocked = run(g, lambda t: t)
position = {t: n for n, t in enumerate(finished)}
print(all(position[n] < position[t] for t, needs in g.needs.items() for n in needs), failures, blocked)
finished, failures, blocked = run(g, action)
print(sorted(finished), failures, blocked)
g.add("lib.h", "test")
for attempt in (g.order, lambda: list(g.waves())):
    try:
        print(attempt())
    except CycleError as e:
        print(type(e).__name__, e, len(e.path))
