"""The Mandelbrot set, tile by tile, by a pool of Python threads.

In a page (portalis build --target browser) each finished tile is posted as bytes: x, y, width and height as four 32-bit
numbers, then one byte a pixel. Elsewhere the picture's size and sum are printed.
"""
import os
import struct
import sys
from concurrent.futures import ThreadPoolExecutor, as_completed

try:
    import portalis_page
    in_page = portalis_page.available()
except ImportError:
    in_page = False

WIDTH, HEIGHT, TILE, DEPTH = 480, 320, 32, 200


def depth_at(cx, cy):
    zx = zy = 0.0
    for n in range(DEPTH):
        xx, yy = zx * zx, zy * zy
        if xx + yy > 4.0:
            return n
        zy = 2.0 * zx * zy + cy
        zx = xx - yy + cx
    return 0


def tile(left, top, width, height, scale):
    pixels = bytearray(width * height)
    for y in range(height):
        cy = (top + y - height_all / 2) * scale
        row = y * width
        for x in range(width):
            cx = (left + x - width_all * 0.66) * scale
            pixels[row + x] = depth_at(cx, cy)
    return left, top, width, height, pixels


arguments = [int(a) for a in sys.argv[1:]]
width_all, height_all = (arguments + [WIDTH, HEIGHT])[:2] if len(arguments) >= 2 else (WIDTH, HEIGHT)
scale = 3.0 / width_all
total = tiles = 0
with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
    jobs = [pool.submit(tile, x, y, min(TILE, width_all - x), min(TILE, height_all - y), scale)
            for y in range(0, height_all, TILE) for x in range(0, width_all, TILE)]
    for job in as_completed(jobs):
        left, top, width, height, pixels = job.result()
        tiles += 1
        total += sum(pixels)
        if in_page:
            portalis_page.post(struct.pack("<4I", left, top, width, height) + pixels)
print(f"{width_all} x {height_all} in {tiles} tiles, sum {total}")
