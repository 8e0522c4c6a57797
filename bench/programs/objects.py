"""Method calls, attributes and operators of small classes (vectors and particles)."""


class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def scaled(self, k):
        return Vector(self.x * k, self.y * k)


class Particle:
    def __init__(self, position, speed):
        self.position = position
        self.speed = speed

    def move(self, dt):
        self.position = self.position + self.speed.scaled(dt)
        if self.position.x > 100.0:
            self.speed = Vector(-self.speed.x, self.speed.y)


particles = [Particle(Vector(i * 1.0, 0.0), Vector(1.0 + i, 2.0)) for i in range(50)]
for _ in range(6000):
    for p in particles:
        p.move(0.01)
print("%.6f %.6f" % (sum(p.position.x for p in particles), sum(p.position.y for p in particles)))
