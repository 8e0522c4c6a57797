"""A pipeline of threads joined by queues: numbers are made, squared by several workers, and summed."""
import queue
import threading

WORKERS = 3
END = None


def produce(out, count):
    for n in range(count):
        out.put(n)
    for _ in range(WORKERS):
        out.put(END)


def square(numbers, out):
    while (n := numbers.get()) is not END:
        out.put(n * n)
    out.put(END)


def collect(squares, result):
    total = open_workers = 0
    finished = 0
    while finished < WORKERS:
        item = squares.get()
        if item is END:
            finished += 1
        else:
            total += item
            open_workers += 1
    result.append((open_workers, total))


def main():
    numbers, squares, result = queue.Queue(maxsize=64), queue.Queue(), []
    threads = [threading.Thread(target=produce, args=(numbers, 20000), name="producer")]
    threads += [threading.Thread(target=square, args=(numbers, squares), name="worker-%d" % i) for i in range(WORKERS)]
    threads.append(threading.Thread(target=collect, args=(squares, result), name="collector"))
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    print("%d squares, their sum is %d" % result[0])


if __name__ == "__main__":
    main()
