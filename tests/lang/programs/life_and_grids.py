# Conway's game of life on sets and on lists, flood fill, spiral walks and rotations of grids.
from collections import Counter, deque
from itertools import product


def step(cells):
    counts = Counter((x + dx, y + dy) for x, y in cells for dx, dy in product((-1, 0, 1), repeat=2) if dx or dy)
    return {c for c, n in counts.items() if n == 3 or n == 2 and c in cells}


def render(cells, x0, y0, x1, y1):
    return "\n".join("".join(".#"[(x, y) in cells] for x in range(x0, x1)) for y in range(y0, y1))


def parse(text):
    return {(x, y) for y, line in enumerate(text.split("\n")) for x, c in enumerate(line) if c == "#"}


glider = parse(".#.\n..#\n###")
cells = glider
for generation in range(5):
    print(f"-- {generation} ({len(cells)})")
    print(render(cells, 0, 0, 6, 6))
    cells = step(cells)
assert {(x - 1, y - 1) for x, y in step(step(step(step(glider))))} == glider


class Grid:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]
        self.h, self.w = len(self.rows), len(self.rows[0])

    def __getitem__(self, key):
        match key:
            case (int(y), int(x)):
                return self.rows[y % self.h][x % self.w]
            case (slice() as ys, slice() as xs):
                return Grid([r[xs] for r in self.rows[ys]])
            case int(y):
                return self.rows[y]
        raise TypeError(f"bad index {key!r}")

    def __setitem__(self, key, value):
        y, x = key
        self.rows[y][x] = value

    def __iter__(self):
        for y, row in enumerate(self.rows):
            for x, v in enumerate(row):
                yield (y, x), v

    def __str__(self):
        return "\n".join("".join(map(str, r)) for r in self.rows)

    def __eq__(self, other):
        return self.rows == other.rows if isinstance(other, Grid) else NotImplemented

    def rotated(self):
        return Grid(zip(*self.rows[::-1]))

    def neighbours(self, y, x):
        for dy, dx in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            if 0 <= y + dy < self.h and 0 <= x + dx < self.w:
                yield y + dy, x + dx

    def fill(self, y, x, new):
        old = self[y, x]
        if old == new:
            return 0
        queue, count = deque([(y, x)]), 0
        while queue:
            at = queue.popleft()
            if self[at] != old:
                continue
            self[at] = new
            count += 1
            queue.extend(self.neighbours(*at))
        return count

    def spiral(self):
        rows = [list(r) for r in self.rows]
        while rows:
            yield from rows.pop(0)
            rows = [list(r) for r in zip(*rows)][::-1]


g = Grid(["..##.", ".#..#", ".#..#", "..##."])
print(g, g.fill(1, 2, "o"), g, g.fill(0, 0, "*"), g, sep="\n")
print(g.rotated(), g.rotated().rotated().rotated().rotated() == g, g[1:3, ::2], g[-1, -1], g[0], sep="\n")
print("".join(Grid(["abc", "def", "ghi"]).spiral()), Counter(v for _, v in g).most_common(), g == 5)
try:
    g["x"]
except TypeError as e:
    print(e)


def shortest(grid, start, goal):
    seen, queue = {start: None}, deque([start])
    while queue:
        at = queue.popleft()
        if at == goal:
            path = []
            while at:
                path.append(at)
                at = seen[at]
            return path[::-1]
        for n in grid.neighbours(*at):
            if grid[n] != "#" and n not in seen:
                seen[n] = at
                queue.append(n)


maze = Grid(["S.#.....", ".##.###.", "...#...#", ".#...#.G"])
path = shortest(maze, (0, 0), (3, 7))
print(len(path), path)
for at in path[1:-1]:
    maze[at] = "+"
print(maze, shortest(Grid(["S#G"]), (0, 0), (0, 2)), sep="\n")
