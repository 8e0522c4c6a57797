"""Escape times with float arithmetic in local variables."""


def rows(width, height, limit):
    total = 0
    for py in range(height):
        cy = 2.0 * py / height - 1.0
        for px in range(width):
            cx = 3.0 * px / width - 2.0
            x = y = 0.0
            for step in range(limit):
                x, y = x * x - y * y + cx, 2.0 * x * y + cy
                if x * x + y * y > 4.0:
                    break
            total += step
    return total


print(rows(800, 600, 100))
