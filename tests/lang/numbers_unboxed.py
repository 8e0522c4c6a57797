# Locals that are probably floats are kept unboxed; nothing may show it.
import math
def advance(n, dt):
    p = [[0.0, 1.0, 2.0, 5.0], [1.5, 0.5, -1.0, 1.0], [3.0, -2.0, 0.25, 2.0]]
    v = [[0.1, 0.0, 0.2], [0.0, -0.1, 0.0], [0.05, 0.1, 0.0]]
    for _ in range(n):
        for i in range(3):
            for j in range(i + 1, 3):
                x1, y1, z1, m1 = p[i]
                x2, y2, z2, m2 = p[j]
                dx = x1 - x2; dy = y1 - y2; dz = z1 - z2
                mag = dt * ((dx * dx + dy * dy + dz * dz) ** (-1.5))
                b1 = m1 * mag; b2 = m2 * mag
                v[i][0] -= dx * b2; v[i][1] -= dy * b2; v[i][2] -= dz * b2
                v[j][0] += dx * b1; v[j][1] += dy * b1; v[j][2] += dz * b1
        for k in range(3):
            p[k][0] += dt * v[k][0]; p[k][1] += dt * v[k][1]; p[k][2] += dt * v[k][2]
    return p
print(advance(20000, 0.001))
x = 2.0
def weird(a):
    s = 0.0
    s += a
    t = s / 2
    u = -t
    return s, t, u, t ** 2, t < 3, 1 if t == s else 0, [t, u], f"{t}", (s, t)
print(weird(3), weird(2.5), weird(10 ** 30), weird(True))
try: weird("x")
except TypeError as e: print(e)
class V:
    def __radd__(self, o): return self
    def __truediv__(self, o): return self
    def __neg__(self): return 7
    def __pow__(self, o): return "pow"
    def __lt__(self, o): return True
    def __repr__(self): return "V"
print(weird(V()))
def z(a, b):
    q = a / b
    return q * 2.0 - 1
for args in ((1, 0), (1.0, 0), (1, 3), (2**60, 3), (2**70, 2**69), (0.0, -1), (float("inf"), 2), ((-8.0), 3)):
    try: print(z(*args))
    except ZeroDivisionError as e: print(e)
print((-8.0) ** (1 / 3), 2.0 ** 0.5, 0.0 ** 0.0)
try: print((0.0 * x) ** -1.0)
except ZeroDivisionError as e: print(e)
try: print((x * 1e300) ** 2)
except OverflowError as e: print(e)
