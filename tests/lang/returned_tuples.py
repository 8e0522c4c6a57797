"""Functions that return tuples: unpacked at once, kept, of other types and lengths than expected."""
import math

def rotate(x, y, angle):
    c, s = math.cos(angle), math.sin(angle)
    return x * c - y * s, x * s + y * c

def divide(a, b):
    if b == 0:
        return 0, a
    return a // b, a % b

def minmax(items):
    low = high = items[0]
    for x in items:
        if x < low:
            low = x
        if x > high:
            high = x
    return low, high

def add(a, b):
    return a[0] + b[0], a[1] + b[1], a[2] + b[2]

def mixed(n, name):
    if n > 3:
        return n, name, 1.5
    return -n, name, n * 0.25

def fibs(n):
    if n == 0:
        return 0, 1
    a, b = fibs(n // 2)
    c = a * (b * 2 - a)
    d = a * a + b * b
    if n % 2 == 0:
        return c, d
    return d, c + d

def flags(n):
    return n > 2, n == 3, n, 7

def work(n):
    x, y = 1.0, 0.5
    total = 0
    for i in range(n):
        x, y = rotate(x, y, 0.001 * i)
        q, r = divide(i, 7)
        total += q - r
        a, b, c, d = flags(i)
        if a and not b:
            total += d - c
    low, high = minmax([x, y, 0.25])
    return x, y, total, low, high

def vectors(n):
    v = (0.0, 0.0, 0.0)
    step = (0.5, 0.25, 1.0)
    for i in range(n):
        v = add(v, step)
    p = add(v, (1, 2, 3))
    return v, p

def names(n):
    out = []
    for i in range(n):
        k, name, f = mixed(i, "n" + str(i))
        out.append((k, name, f))
    return out

print([round(v, 9) for v in work(20000)])
print(vectors(1000))
print(names(6))
print(fibs(90), fibs(400)[0] % 1000007)
print(divide(7, 0), divide(-7, 2), divide(2**70, 3), divide(7.5, 2))
t = flags(3)
print(t, len(t), type(t))
try:
    a, b = flags(1)
except ValueError as e:
    print(e)
try:
    rotate("a", 1, 2)
except TypeError as e:
    print(e)
