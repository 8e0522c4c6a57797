"""Detecting collisions of aircraft in a voxel grid, with a red-black tree as the map (after the CD benchmark of Kalibera et al.)."""
import math

RED, BLACK = True, False


class Node:
    def __init__(self, key, value):
        self.key = key
        self.value = value
        self.left = self.right = self.parent = None
        self.color = RED

    def successor(self):
        x = self
        if x.right is not None:
            x = x.right
            while x.left is not None:
                x = x.left
            return x
        y = x.parent
        while y is not None and x is y.right:
            x, y = y, y.parent
        return y


class RedBlackTree:
    def __init__(self):
        self.root = None

    def get(self, key):
        node = self.root
        while node is not None:
            order = key.compare(node.key)
            if order == 0:
                return node.value
            node = node.left if order < 0 else node.right
        return None

    def put(self, key, value):
        parent, x = None, self.root
        while x is not None:
            parent = x
            order = key.compare(x.key)
            if order == 0:
                previous, x.value = x.value, value
                return previous
            x = x.left if order < 0 else x.right
        z = x = Node(key, value)
        z.parent = parent
        if parent is None:
            self.root = z
        elif key.compare(parent.key) < 0:
            parent.left = z
        else:
            parent.right = z
        while x is not self.root and x.parent.color == RED:
            up = x.parent.parent
            if x.parent is up.left:
                uncle = up.right
                if uncle is not None and uncle.color == RED:
                    x.parent.color = uncle.color = BLACK
                    up.color = RED
                    x = up
                else:
                    if x is x.parent.right:
                        x = x.parent
                        self.rotate_left(x)
                    x.parent.color = BLACK
                    x.parent.parent.color = RED
                    self.rotate_right(x.parent.parent)
            else:
                uncle = up.left
                if uncle is not None and uncle.color == RED:
                    x.parent.color = uncle.color = BLACK
                    up.color = RED
                    x = up
                else:
                    if x is x.parent.left:
                        x = x.parent
                        self.rotate_right(x)
                    x.parent.color = BLACK
                    x.parent.parent.color = RED
                    self.rotate_left(x.parent.parent)
        self.root.color = BLACK
        return None

    def rotate_left(self, x):
        y = x.right
        x.right = y.left
        if y.left is not None:
            y.left.parent = x
        y.parent = x.parent
        if x.parent is None:
            self.root = y
        elif x is x.parent.left:
            x.parent.left = y
        else:
            x.parent.right = y
        y.left = x
        x.parent = y

    def rotate_right(self, y):
        x = y.left
        y.left = x.right
        if x.right is not None:
            x.right.parent = y
        x.parent = y.parent
        if y.parent is None:
            self.root = x
        elif y is y.parent.left:
            y.parent.left = x
        else:
            y.parent.right = x
        x.right = y
        y.parent = x

    def each(self):
        node = self.root
        if node is None:
            return
        while node.left is not None:
            node = node.left
        while node is not None:
            yield node.key, node.value
            node = node.successor()


class Sign:
    def __init__(self, value):
        self.value = value

    def compare(self, other):
        return (self.value > other.value) - (self.value < other.value)


class Vector2:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def plus(self, other):
        return Vector2(self.x + other.x, self.y + other.y)

    def minus(self, other):
        return Vector2(self.x - other.x, self.y - other.y)

    def compare(self, other):
        if self.x != other.x:
            return -1 if self.x < other.x else 1
        if self.y != other.y:
            return -1 if self.y < other.y else 1
        return 0


class Vector3:
    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def plus(self, o):
        return Vector3(self.x + o.x, self.y + o.y, self.z + o.z)

    def minus(self, o):
        return Vector3(self.x - o.x, self.y - o.y, self.z - o.z)

    def dot(self, o):
        return self.x * o.x + self.y * o.y + self.z * o.z

    def times(self, amount):
        return Vector3(self.x * amount, self.y * amount, self.z * amount)

    def squared(self):
        return self.dot(self)

    def magnitude(self):
        return math.sqrt(self.squared())


MIN_X, MIN_Y, MAX_X, MAX_Y, MIN_Z, MAX_Z = 0.0, 0.0, 1000.0, 1000.0, 0.0, 10.0
VOXEL, RADIUS = 2.0, 1.0
HORIZONTAL, VERTICAL = Vector2(VOXEL, 0.0), Vector2(0.0, VOXEL)


class Motion:
    def __init__(self, sign, one, two):
        self.sign = sign
        self.one = one
        self.two = two

    def delta(self):
        return self.two.minus(self.one)

    def intersection(self, other):
        v1, v2 = self.delta(), other.delta()
        difference = v2.minus(v1)
        a = difference.squared()
        if a != 0.0:
            offset = other.one.minus(self.one)
            b = 2.0 * offset.dot(difference)
            c = offset.squared() - RADIUS * RADIUS * 4
            discriminant = b * b - 4.0 * a * c
            if discriminant < 0.0:
                return None
            root = math.sqrt(discriminant)
            t1, t2 = (-b - root) / (2.0 * a), (-b + root) / (2.0 * a)
            if t1 <= t2 and ((t1 <= 1.0 and t2 >= 0.0)):
                t = max(0.0, t1)
                middle = self.one.plus(v1.times(t)).plus(other.one.plus(v2.times(t))).times(0.5)
                if MIN_X <= middle.x <= MAX_X and MIN_Y <= middle.y <= MAX_Y and MIN_Z <= middle.z <= MAX_Z:
                    return middle
            return None
        if self.one.minus(other.one).magnitude() <= RADIUS * 2:
            return self.one.plus(other.one).times(0.5)
        return None


def crosses(low, size, position, delta):
    if delta == 0.0:
        return low <= position <= low + size, -math.inf, math.inf
    a, b = (low - position) / delta, (low + size - position) / delta
    if a > b:
        a, b = b, a
    return True, a, b


def in_voxel(voxel, motion):
    if voxel.x > MAX_X or voxel.x < MIN_X or voxel.y > MAX_Y or voxel.y < MIN_Y:
        return False
    start, end = motion.one, motion.two
    size = VOXEL + 2 * RADIUS
    x_ok, low_x, high_x = crosses(voxel.x - RADIUS, size, start.x, end.x - start.x)
    y_ok, low_y, high_y = crosses(voxel.y - RADIUS, size, start.y, end.y - start.y)
    return x_ok and y_ok and max(low_x, low_y, 0.0) <= min(high_x, high_y, 1.0)


def voxel_of(position):
    x = int(position.x / VOXEL) * VOXEL
    y = int(position.y / VOXEL) * VOXEL
    return Vector2(x - VOXEL if position.x < 0 else x, y - VOXEL if position.y < 0 else y)


def recurse(seen, voxels, voxel, motion):
    if not in_voxel(voxel, motion) or seen.put(voxel, True) is not None:
        return
    motions = voxels.get(voxel)
    if motions is None:
        motions = []
        voxels.put(voxel, motions)
    motions.append(motion)
    for step in (HORIZONTAL, VERTICAL):
        recurse(seen, voxels, voxel.minus(step), motion)
        recurse(seen, voxels, voxel.plus(step), motion)
    for one in (HORIZONTAL.plus(VERTICAL), HORIZONTAL.minus(VERTICAL)):
        recurse(seen, voxels, voxel.plus(one), motion)
        recurse(seen, voxels, voxel.minus(one), motion)


class Detector:
    def __init__(self):
        self.state = RedBlackTree()

    def handle(self, frame):
        motions = []
        for sign, position in frame:
            old = self.state.put(sign, position)
            motions.append(Motion(sign, position if old is None else old, position))
        voxels = RedBlackTree()
        for motion in motions:
            recurse(RedBlackTree(), voxels, voxel_of(motion.one), motion)
        collisions = 0
        for _, group in voxels.each():
            for i, one in enumerate(group):
                for other in group[i + 1:]:
                    if one.intersection(other) is not None:
                        collisions += 1
        return collisions


def frame_at(time, signs):
    frame = []
    for i in range(0, len(signs), 2):
        frame.append((signs[i], Vector3(time, math.cos(time) * 2 + i * 3, 10.0)))
        frame.append((signs[i + 1], Vector3(time, math.sin(time) * 2 + i * 3, 10.0)))
    return frame


signs = [Sign(n) for n in range(100)]
detector = Detector()
print(sum(detector.handle(frame_at(n / 10.0, signs)) for n in range(120)))
