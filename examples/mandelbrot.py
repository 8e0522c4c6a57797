"""Renders the Mandelbrot set to a PPM picture, a row at a time, by a pool of threads."""
import sys
from concurrent.futures import ThreadPoolExecutor

WIDTH, HEIGHT, DEPTH = 160, 120, 200


def escape_time(cx, cy):
    x = y = 0.0
    for step in range(DEPTH):
        xx, yy = x * x, y * y
        if xx + yy > 4.0:
            return step
        x, y = xx - yy + cx, 2.0 * x * y + cy
    return DEPTH


def colour(step):
    if step == DEPTH:
        return 0, 0, 0
    return step * 7 % 256, step * 3 % 256, 255 - step * 5 % 256


def render_row(row):
    cy = (row - HEIGHT / 2) * 2.4 / HEIGHT
    pixels = bytearray()
    for column in range(WIDTH):
        pixels.extend(colour(escape_time((column - WIDTH * 0.7) * 3.2 / WIDTH, cy)))
    return bytes(pixels)


def main():
    with ThreadPoolExecutor(max_workers=4) as pool:
        rows = list(pool.map(render_row, range(HEIGHT)))
    picture = b"P6 %d %d 255\n" % (WIDTH, HEIGHT) + b"".join(rows)
    if len(sys.argv) > 1:
        with open(sys.argv[1], "wb") as out:
            out.write(picture)
        print("wrote", sys.argv[1])
    print(len(picture), "bytes, checksum", sum(picture) % 65521)


if __name__ == "__main__":
    main()
