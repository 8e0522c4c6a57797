"""Balls bouncing in a box (small integers, attributes, methods)."""


class Random:
    def __init__(self):
        self.seed = 74755

    def next(self):
        self.seed = (self.seed * 1309 + 13849) & 65535
        return self.seed


class Ball:
    def __init__(self, random):
        self.x = random.next() % 500
        self.y = random.next() % 500
        self.vx = random.next() % 300 - 150
        self.vy = random.next() % 300 - 150

    def bounce(self):
        limit = 500
        bounced = False
        self.x += self.vx
        self.y += self.vy
        if self.x > limit:
            self.x = limit
            self.vx = -abs(self.vx)
            bounced = True
        if self.x < 0:
            self.x = 0
            self.vx = abs(self.vx)
            bounced = True
        if self.y > limit:
            self.y = limit
            self.vy = -abs(self.vy)
            bounced = True
        if self.y < 0:
            self.y = 0
            self.vy = abs(self.vy)
            bounced = True
        return bounced


total = 0
for _ in range(400):
    random = Random()
    balls = [Ball(random) for _ in range(100)]
    bounces = 0
    for _ in range(50):
        for ball in balls:
            if ball.bounce():
                bounces += 1
    total += bounces
print(total)
