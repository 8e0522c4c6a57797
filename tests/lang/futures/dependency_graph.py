# Tasks with dependencies: a task starts when all it needs are done; cycles are found; failures stop what needs them.
import threading
from concurrent.futures import Future, ThreadPoolExecutor, wait


class Graph:
    def __init__(self, pool):
        self.pool, self.tasks, self.order, self.lock = pool, {}, [], threading.Lock()

    def add(self, name, function, *needs):
        self.tasks[name] = function, needs

    def check(self):
        state = {}

        def visit(name, path):
            if state.get(name) == "open":
                raise ValueError(" -> ".join([*path[path.index(name):], name]))
            if name in state:
                return
            state[name] = "open"
            for need in self.tasks[name][1]:
                visit(need, [*path, name])
            state[name] = "done"

        for name in self.tasks:
            visit(name, [])

    def run(self):
        self.check()
        futures = {name: Future() for name in self.tasks}
        counts = {name: len(needs) for name, (_, needs) in self.tasks.items()}

        def execute(name):
            function, needs = self.tasks[name]
            try:
                result = function(*[futures[n].result() for n in needs])
            except Exception as e:
                futures[name].set_exception(e)
            else:
                with self.lock:
                    self.order.append(name)
                futures[name].set_result(result)

        def ready(name):
            def callback(_):
                with self.lock:
                    counts[name] -= 1
                    go = counts[name] == 0
                if go:
                    self.pool.submit(execute, name)
            return callback

        for name, (_, needs) in self.tasks.items():
            for need in needs:
                futures[need].add_done_callback(ready(name))
        for name, (_, needs) in self.tasks.items():
            if not needs:
                self.pool.submit(execute, name)
        wait(futures.values())
        return futures


with ThreadPoolExecutor(3) as pool:
    g = Graph(pool)
    g.add("a", lambda: 2)
    g.add("b", lambda: 3)
    g.add("sum", lambda a, b: a + b, "a", "b")
    g.add("product", lambda a, b: a * b, "a", "b")
    g.add("all", lambda s, p: (s, p), "sum", "product")
    g.add("bad", lambda s: s // 0, "sum")
    g.add("after bad", lambda x: x, "bad")
    futures = g.run()
    for name, f in futures.items():
        print(name, repr(f.exception()) if f.exception() else f.result())
    print(g.order.index("sum") > max(g.order.index("a"), g.order.index("b")), g.order[-1] == "all", len(g.order))
    g.add("x", lambda y: y, "y")
    g.add("y", lambda x: x, "x")
    try:
        g.run()
    except ValueError as e:
        print("cycle:", e)
