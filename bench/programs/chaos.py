"""The chaos game on a spline: a fractal made by repeated affine transforms of a B-spline (floats, objects, operators)."""
import math
import random


class Vector:
    def __init__(self, x=0.0, y=0.0, z=0.0):
        self.x = x
        self.y = y
        self.z = z

    def dist(self, other):
        return math.sqrt((self.x - other.x) ** 2 + (self.y - other.y) ** 2 + (self.z - other.z) ** 2)

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def linear_combination(self, other, l1, l2=None):
        if l2 is None:
            l2 = 1 - l1
        return Vector(self.x * l1 + other.x * l2, self.y * l1 + other.y * l2, self.z * l1 + other.z * l2)


class Spline:
    def __init__(self, points, degree, knots):
        if len(points) > len(knots) - degree + 1:
            raise ValueError("too many control points")
        if len(points) < len(knots) - degree + 1:
            raise ValueError("not enough control points")
        last = knots[0]
        for current in knots[1:]:
            if current < last:
                raise ValueError("knots not strictly increasing")
            last = current
        self.points = points
        self.degree = degree
        self.knots = knots

    def domain(self):
        return self.knots[self.degree - 1], self.knots[len(self.knots) - self.degree]

    def segment(self, u):
        low, high = self.domain()
        for i in range(self.degree - 1, len(self.knots) - self.degree):
            if self.knots[i] <= u < self.knots[i + 1]:
                return i
        return len(self.knots) - self.degree - 1

    def __call__(self, u):
        low, high = self.domain()
        assert low <= u <= high
        segment = self.segment(u)
        if u == low:
            return self.points[0]
        if u == high:
            return self.points[-1]
        degree, knots = self.degree, self.knots
        d = [self.points[segment - degree + 1 + i] for i in range(degree + 1)]
        for ik in range(1, degree + 1):
            for jk in range(segment - degree + ik + 1, segment + 2):
                upper, lower = knots[jk + degree - ik], knots[jk - 1]
                weight = (upper - u) / (upper - lower)
                index = jk - segment + degree - ik - 1
                d[index] = d[index].linear_combination(d[index + 1], weight)
        return d[0]


class Chaosgame:
    def __init__(self, splines, thickness):
        self.splines = splines
        self.thickness = thickness
        self.min_x = min(p.x for s in splines for p in s.points)
        self.max_x = max(p.x for s in splines for p in s.points)
        self.min_y = min(p.y for s in splines for p in s.points)
        self.max_y = max(p.y for s in splines for p in s.points)
        self.height = self.max_y - self.min_y
        self.width = self.max_x - self.min_x
        self.transformations = []
        widths = []
        for spline in splines:
            length = 0.0
            current = spline(0)
            n = 999
            for i in range(1, n + 1):
                following = spline(1 / n * i * 0.999)
                length += current.dist(following)
                current = following
            widths.append(max(1, int(length / (thickness * 10) + 1)))
        self.transformations = [[(1 / count * i, i / count) for i in range(count)] for count in widths]
        self.total = sum(widths)

    def random_transform(self, rng):
        r = rng.randrange(self.total)
        for n, spline in enumerate(self.transformations):
            if r < len(spline):
                return n, spline[r]
            r -= len(spline)
        raise AssertionError

    def transform(self, point, rng):
        x = (point.x - self.min_x) / self.width
        y = (point.y - self.min_y) / self.height
        n, trafo = self.random_transform(rng)
        low, high = self.splines[n].domain()
        start, end = trafo
        length = high - low
        base = self.splines[n](min(low + length * x * 0.999, high))
        at = low + length * x * 0.999
        if at + 1 / 50000 > high:
            following = self.splines[n](at - 1 / 50000)
            derivative = base - following
        else:
            following = self.splines[n](at + 1 / 50000)
            derivative = following - base
        m = math.sqrt(derivative.x ** 2 + derivative.y ** 2) or 1.0
        return self.truncate(Vector(base.x + derivative.y / m * (y - 0.5) * self.thickness,
                                    base.y - derivative.x / m * (y - 0.5) * self.thickness))

    def truncate(self, point):
        if point.x >= self.max_x:
            point.x = self.max_x
        if point.y >= self.max_y:
            point.y = self.max_y
        if point.x < self.min_x:
            point.x = self.min_x
        if point.y < self.min_y:
            point.y = self.min_y
        return point

    def image(self, w, h, iterations, rng):
        grid = [[1] * h for _ in range(w)]
        point = Vector((self.max_x + self.min_x) / 2, (self.max_y + self.min_y) / 2)
        hits = 0
        for _ in range(iterations):
            point = self.transform(point, rng)
            x = (point.x - self.min_x) / self.width * w
            y = (point.y - self.min_y) / self.height * h
            x, y = int(x), int(y)
            if x == w:
                x -= 1
            if y == h:
                y -= 1
            grid[x][h - y - 1] = 0
            hits += 1
        return sum(row.count(0) for row in grid), hits


splines = [
    Spline([Vector(1.597350, 3.304460), Vector(1.575810, 4.123260), Vector(1.313210, 5.288350),
            Vector(1.618900, 5.329910), Vector(2.889940, 5.502700), Vector(2.373060, 4.381830),
            Vector(1.662000, 4.360280)], 3, [0, 0, 0, 0.333333, 0.666667, 0.833333, 1, 1, 1]),
    Spline([Vector(2.804500, 4.017350), Vector(2.550500, 3.525230), Vector(1.979010, 2.620360),
            Vector(1.979010, 2.620360)], 3, [0, 0, 0, 1, 1, 1]),
    Spline([Vector(2.001670, 4.011320), Vector(2.335040, 3.312830), Vector(2.366800, 3.233460),
            Vector(2.366800, 3.233460)], 3, [0, 0, 0, 1, 1, 1]),
]
print(Chaosgame(splines, 0.25).image(200, 200, 80000, random.Random(1234)))
