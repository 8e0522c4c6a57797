"""The mandelbrot set line by line, lines handed to threads by a queue; prints a checksum of the picture."""
import queue
import threading

WIDTH, HEIGHT, STEPS = 480, 360, 80


def line(y):
    shades = []
    imaginary = 2.0 * y / HEIGHT - 1.0
    for x in range(WIDTH):
        real = 3.0 * x / WIDTH - 2.0
        zr = zi = 0.0
        steps = 0
        while steps < STEPS:
            rr = zr * zr
            ii = zi * zi
            if rr + ii > 4.0:
                break
            zi = 2.0 * zr * zi + imaginary
            zr = rr - ii + real
            steps += 1
        shades.append(steps)
    return shades


def worker(tasks, picture):
    while True:
        y = tasks.get()
        if y is None:
            break
        picture[y] = line(y)


def main():
    tasks = queue.Queue()
    picture = [None] * HEIGHT
    threads = [threading.Thread(target=worker, args=(tasks, picture)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for y in range(HEIGHT):
        tasks.put(y)
    for _ in threads:
        tasks.put(None)
    for thread in threads:
        thread.join()
    checksum = 0
    for shades in picture:
        for shade in shades:
            checksum = (checksum * 31 + shade) % 1_000_000_007
    print(checksum)


if __name__ == "__main__":
    main()
