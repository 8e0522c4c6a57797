"""Matrix product, the rows split over two threads that share all three matrices."""
import threading

SIZE = 160


def make(seed):
    return [[((row * seed + column * 7) % 13) - 6.0 for column in range(SIZE)] for row in range(SIZE)]


def multiply(a, b, result, start, stop):
    for row in range(start, stop):
        left = a[row]
        out = [0.0] * SIZE
        for k in range(SIZE):
            factor = left[k]
            right = b[k]
            for column in range(SIZE):
                out[column] += factor * right[column]
        result[row] = out


def main():
    a, b = make(3), make(5)
    for _ in range(3):
        result = [None] * SIZE
        half = SIZE // 2
        threads = [threading.Thread(target=multiply, args=(a, b, result, start, stop)) for start, stop in ((0, half), (half, SIZE))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        a = [[value % 17.0 for value in row] for row in result]
    print(sum(sum(row) for row in a))


if __name__ == "__main__":
    main()
