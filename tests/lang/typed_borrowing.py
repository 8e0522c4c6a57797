"""Loops that read what lies in containers and change nothing but numbers."""


def bodies(n):
    return [[[float(i), i * 2.0, -i * 0.5], [0.0, 0.0, 0.0], 1.0 + i] for i in range(n)]


def advance(pairs, dt):
    for (p1, v1, m1), (p2, v2, m2) in pairs:
        dx = p1[0] - p2[0]
        dy = p1[1] - p2[1]
        dz = p1[2] - p2[2]
        mag = dt / (dx * dx + dy * dy + dz * dz) ** 1.5
        v1[0] -= dx * m2 * mag
        v1[1] -= dy * m2 * mag
        v1[2] -= dz * m2 * mag
        v2[0] += dx * m1 * mag
        v2[1] += dy * m1 * mag
        v2[2] += dz * m1 * mag
    return p1, v2, m2


def last_of(rows):
    row = None
    for row in rows:
        a, b = row
        if a[0] > 5:
            break
    return row, a, b


def furthest(points):
    best = points[0]
    for p in points:
        if p[0] * p[0] + p[1] * p[1] > best[0] * best[0] + best[1] * best[1]:
            best = p
    return best


class Noisy:
    def __init__(self, rows, name):
        self.rows = rows
        self.name = name

    def __del__(self):
        print("gone:", self.name, len(self.rows))
        self.rows.clear()


def overwriting(rows, xs):
    total = 0.0
    for a, b in rows:
        xs[0] = a[0] + b[0]
        total += a[0] * b[0]
    return total, a, b


def growing(rows):
    count = 0
    for a, b in rows:
        count += 1
        a[0] = a[0] + 1
        b[1] = a[0] * 3
    return count, a, b


def wrong_index(rows):
    for a, b in rows:
        a[3] = 1.5
    return a


def swapped(rows):
    for a, b in rows:
        a[0], a[1] = a[1], a[0]
    return rows


def nested(grid):
    count = 0
    for row in grid:
        for cell in row:
            x, y = cell
            count += x * y
            cell_before = cell
    return count, row, cell_before


def with_while(chain):
    steps = 0
    node = chain
    while node[1] is not None:
        node = node[1]
        steps += 1
    return steps, node


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __repr__(self):
        return "Point(%r, %r)" % (self.x, self.y)


def centre(points):
    x = y = 0.0
    nearest = points[0]
    for p in points:
        x += p.x
        y += p.y
        if p.x < nearest.x:
            nearest = p
    return x, y, nearest


system = bodies(5)
pairs = [(a, b) for i, a in enumerate(system) for b in system[i + 1:]]
for _ in range(20):
    result = advance(pairs, 0.01)
print(result)
print(system)
print(last_of([([i], [i, i]) for i in range(9)]), last_of([([1], "x")]))
print(furthest([(i % 7 * 1.0, i % 5 * -2.0) for i in range(30)]))
rows = [([1.0 * i], [2.0 * i]) for i in range(6)]
print(overwriting(rows, [0.0]), len(rows))
print(overwriting(rows, [Noisy(rows, "in the list")]))
rows = [([1.0 * i], [2.0 * i]) for i in range(6)]
xs = [None]
print(overwriting(rows, xs), xs)
xs = [10 ** 30]
print(overwriting(rows, xs), xs)
print(growing([([i], [i, 0]) for i in range(4)]), growing([([2 ** 62 - 2], [0, 0]), ([2 ** 63], [1, 1])]))
try:
    wrong_index([([1.0, 2.0, 3.0, 4.0], 0), ([1.0], 0), ([1.0, 2.0, 3.0, 4.0], 0)])
except IndexError as error:
    print("IndexError", error)
print(swapped([([1, 2], 0), ([3, 4], 0)]))
print(nested([[(i, j) for i in range(3)] for j in range(3)]))
chain = (0, None)
for i in range(50):
    chain = (i, chain)
print(with_while(chain))
print(centre([Point(i * -1.0, i % 3) for i in range(10)]))
for bad in ([(1, 2, 3)], [1], [([1.0], ["x"])]):
    try:
        print(overwriting(bad, [0.0]))
    except Exception as error:
        print(type(error).__name__, error)
try:
    print(overwriting([], [0.0]))
except UnboundLocalError as error:
    print("UnboundLocalError", error)
