"""Counts the solutions of the n queens, one task for each place of the first two queens, through two queues."""
import queue
import threading

SIZE = 12


def solutions(row, columns, falling, rising):
    if row == SIZE:
        return 1
    found = 0
    free = ((1 << SIZE) - 1) & ~(columns | falling | rising)
    while free:
        place = free & -free
        free ^= place
        found += solutions(row + 1, columns | place, (falling | place) >> 1, (rising | place) << 1)
    return found


def work(tasks, results):
    while (task := tasks.get()) is not None:
        first, second = task
        a, b = 1 << first, 1 << second
        falling, rising = a >> 1, a << 1
        found = 0 if (a | falling | rising) & b else solutions(2, a | b, (falling | b) >> 1, (rising | b) << 1)
        results.put((task, found))


def main():
    tasks, results = queue.SimpleQueue(), queue.SimpleQueue()
    threads = [threading.Thread(target=work, args=(tasks, results)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for first in range(SIZE):
        for second in range(SIZE):
            tasks.put((first, second))
    for _ in threads:
        tasks.put(None)
    for thread in threads:
        thread.join()
    total = 0
    for _ in range(SIZE * SIZE):
        total += results.get()[1]
    print(total)


if __name__ == "__main__":
    main()
