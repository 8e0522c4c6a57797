"""Dining philosophers: five threads, five forks, and a waiter who seats four at a time."""
import threading

SEATS, MEALS = 5, 200


class Philosopher(threading.Thread):
    def __init__(self, name, left, right, waiter):
        super().__init__(name=name)
        self.left, self.right, self.waiter = left, right, waiter
        self.meals = 0

    def run(self):
        for _ in range(MEALS):
            with self.waiter, self.left, self.right:
                self.meals += 1


def main():
    forks = [threading.Lock() for _ in range(SEATS)]
    waiter = threading.Semaphore(SEATS - 1)
    names = ["Plato", "Hypatia", "Kant", "Arendt", "Confucius"]
    table = [Philosopher(name, forks[i], forks[(i + 1) % SEATS], waiter) for i, name in enumerate(names)]
    for philosopher in table:
        philosopher.start()
    for philosopher in table:
        philosopher.join()
        print("%-10s %d meals" % (philosopher.name, philosopher.meals))


if __name__ == "__main__":
    main()
