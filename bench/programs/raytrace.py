"""A small ray tracer: vectors as classes with properties and operators."""
import math


class Vec:
    __slots__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        self.x, self.y, self.z = x, y, z

    def __sub__(self, o):
        return Vec(self.x - o.x, self.y - o.y, self.z - o.z)

    def __add__(self, o):
        return Vec(self.x + o.x, self.y + o.y, self.z + o.z)

    def __mul__(self, k):
        return Vec(self.x * k, self.y * k, self.z * k)

    def dot(self, o):
        return self.x * o.x + self.y * o.y + self.z * o.z

    def unit(self):
        return self * (1.0 / math.sqrt(self.dot(self)))


class Sphere:
    def __init__(self, centre, radius, shade):
        self.centre, self.radius, self.shade = centre, radius, shade

    def hit(self, origin, direction):
        to = self.centre - origin
        along = to.dot(direction)
        gap = self.radius * self.radius - to.dot(to) + along * along
        if gap < 0.0:
            return None
        distance = along - math.sqrt(gap)
        return distance if distance > 0.001 else None

    def normal(self, point):
        return (point - self.centre).unit()


def trace(scene, light, origin, direction, depth):
    nearest, best = None, math.inf
    for thing in scene:
        distance = thing.hit(origin, direction)
        if distance is not None and distance < best:
            nearest, best = thing, distance
    if nearest is None:
        return 0.1
    point = origin + direction * best
    normal = nearest.normal(point)
    brightness = max(0.0, normal.dot((light - point).unit())) * nearest.shade
    if depth:
        bounced = direction - normal * (2.0 * direction.dot(normal))
        brightness += 0.3 * trace(scene, light, point, bounced.unit(), depth - 1)
    return brightness


scene = [Sphere(Vec(i - 2.0, (i % 2) * 0.7, 6.0 + i), 0.9, 0.5 + i / 10) for i in range(5)]
light, eye = Vec(5.0, 8.0, -3.0), Vec(0.0, 0.0, -4.0)
total = 0.0
for y in range(60):
    for x in range(80):
        total += trace(scene, light, eye, Vec((x - 40) / 40, (30 - y) / 40, 1.5).unit(), 2)
print("%.9f" % total)
