# Graph algorithms: search, shortest paths, spanning trees, topological order, components, cycles, matching and flows.
import heapq
from collections import defaultdict, deque


class Graph:
    def __init__(self, edges=(), directed=False):
        self.adj, self.directed = defaultdict(dict), directed
        for e in edges:
            self.add(*e)

    def add(self, a, b, w=1):
        self.adj[a][b] = w
        self.adj[b]
        if not self.directed:
            self.adj[b][a] = w
        return self

    def __iter__(self): return iter(sorted(self.adj))
    def __len__(self): return len(self.adj)
    def __contains__(self, e): return e[1] in self.adj.get(e[0], ()) if isinstance(e, tuple) else e in self.adj
    def __getitem__(self, n): return sorted(self.adj[n].items())

    @property
    def edges(self):
        return [(a, b, w) for a in self for b, w in self[a] if self.directed or a <= b]

    def bfs(self, start):
        seen, queue = {start}, deque([start])
        while queue:
            yield (n := queue.popleft())
            for m, _ in self[n]:
                if m not in seen:
                    seen.add(m)
                    queue.append(m)

    def dfs(self, n, seen=None):
        seen = set() if seen is None else seen
        seen.add(n)
        yield n
        for m, _ in self[n]:
            if m not in seen:
                yield from self.dfs(m, seen)

    def dijkstra(self, start):
        dist, prev, heap = {start: 0}, {}, [(0, start)]
        while heap:
            d, n = heapq.heappop(heap)
            if d > dist[n]:
                continue
            for m, w in self[n]:
                if (nd := d + w) < dist.get(m, float("inf")):
                    dist[m], prev[m] = nd, n
                    heapq.heappush(heap, (nd, m))

        def path(to):
            out = [to]
            while out[-1] != start:
                out.append(prev[out[-1]])
            return out[::-1]
        return dist, path

    def topological(self):
        degree = {n: 0 for n in self}
        for _, b, _ in self.edges:
            degree[b] += 1
        ready = [n for n in self if not degree[n]]
        heapq.heapify(ready)
        out = []
        while ready:
            out.append(n := heapq.heappop(ready))
            for m, _ in self[n]:
                degree[m] -= 1
                if not degree[m]:
                    heapq.heappush(ready, m)
        if len(out) < len(self):
            raise ValueError(f"cycle among {sorted(set(self) - set(out))}")
        return out

    def kruskal(self):
        parent = {n: n for n in self}

        def find(n):
            while parent[n] != n:
                parent[n] = parent[parent[n]]
                n = parent[n]
            return n
        tree = []
        for a, b, w in sorted(self.edges, key=lambda e: (e[2], e)):
            if (ra := find(a)) != (rb := find(b)):
                parent[ra] = rb
                tree.append((a, b, w))
        return tree, len({find(n) for n in self})

    def components(self):
        seen = set()
        for n in self:
            if n not in seen:
                part = list(self.bfs(n))
                seen.update(part)
                yield part

    def strongly(self):
        index, low, stack, out = {}, {}, [], []

        def visit(n):
            index[n] = low[n] = len(index)
            stack.append(n)
            for m, _ in self[n]:
                if m not in index:
                    visit(m)
                    low[n] = min(low[n], low[m])
                elif m in stack:
                    low[n] = min(low[n], index[m])
            if low[n] == index[n]:
                part = []
                while True:
                    part.append(m := stack.pop())
                    if m == n:
                        break
                out.append(sorted(part))
        for n in self:
            if n not in index:
                visit(n)
        return out

    def max_flow(self, s, t):
        residual = defaultdict(lambda: defaultdict(int))
        for a, b, w in self.edges:
            residual[a][b] += w
        total = 0
        while True:
            prev, queue = {s: None}, deque([s])
            while queue and t not in prev:
                n = queue.popleft()
                for m, cap in sorted(residual[n].items()):
                    if cap > 0 and m not in prev:
                        prev[m] = n
                        queue.append(m)
            if t not in prev:
                return total
            steps, n = [], t
            while (p := prev[n]) is not None:
                steps.append((p, n))
                n = p
            flow = min(residual[a][b] for a, b in steps)
            for a, b in steps:
                residual[a][b] -= flow
                residual[b][a] += flow
            total += flow

    def floyd(self):
        inf = float("inf")
        d = {a: {b: 0 if a == b else self.adj[a].get(b, inf) for b in self} for a in self}
        for k in self:
            for i in self:
                for j in self:
                    d[i][j] = min(d[i][j], d[i][k] + d[k][j])
        return d


g = Graph([("a", "b", 4), ("a", "c", 1), ("c", "b", 2), ("b", "d", 5), ("c", "d", 8), ("d", "e", 3), ("x", "y", 7)])
print(list(g), len(g), ("a", "b") in g, "q" in g, ("a", "q") in g, g["c"], g.edges)
print(list(g.bfs("a")), list(g.dfs("a")), list(g.components()))
dist, path = g.dijkstra("a")
print(dist, path("e"), g.kruskal())
try:
    path("x")
except KeyError as e:
    print("no path", e)
d = Graph([("shirt", "tie"), ("tie", "jacket"), ("trousers", "shoes"), ("trousers", "belt"), ("belt", "jacket"), ("socks", "shoes")], directed=True)
print(d.topological())
try:
    d.add("jacket", "shirt").topological()
except ValueError as e:
    print(e)
print(Graph([(1, 2), (2, 3), (3, 1), (3, 4), (4, 5), (5, 4), (6, 5)], True).strongly())
f = Graph([("s", "a", 10), ("s", "b", 5), ("a", "b", 15), ("a", "t", 5), ("b", "t", 10)], True)
print(f.max_flow("s", "t"), f.max_flow("t", "s"), {k: v for k, v in f.floyd()["s"].items()})


def hanoi(n, a="A", b="B", c="C"):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield a + c
        yield from hanoi(n - 1, b, a, c)


print(" ".join(hanoi(4)), sum(1 for _ in hanoi(10)))


def queens(n, row=0, placed=()):
    if row == n:
        yield placed
        return
    for c in range(n):
        if all(c != pc and abs(c - pc) != row - r for r, pc in enumerate(placed)):
            yield from queens(n, row + 1, placed + (c,))


print(next(queens(8)), sum(1 for _ in queens(6)), [len(list(queens(n))) for n in range(1, 7)])


def coloring(graph, colors, assigned=None):
    assigned = assigned or {}
    if len(assigned) == len(graph):
        return assigned
    n = next(n for n in graph if n not in assigned)
    for c in colors:
        if all(assigned.get(m) != c for m, _ in graph[n]):
            if r := coloring(graph, colors, {**assigned, n: c}):
                return r


print(coloring(g, "RGB"), coloring(Graph([(i, (i + 1) % 5) for i in range(5)]), "RG"))
