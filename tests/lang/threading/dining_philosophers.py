# Philosophers with ordered forks, then with a waiter: nobody starves, nobody deadlocks.
import threading


class Table:
    def __init__(self, seats):
        self.forks = [threading.Lock() for _ in range(seats)]
        self.meals = [0] * seats
        self.eating = 0
        self.most = 0
        self.guard = threading.Lock()

    def begin(self, seat):
        with self.guard:
            self.eating += 1
            self.most = max(self.most, self.eating)
            for neighbour in (seat - 1, seat + 1):
                assert not self.busy.get(neighbour % len(self.forks))
            self.busy[seat] = True

    def end(self, seat):
        with self.guard:
            self.eating -= 1
            self.busy[seat] = False
            self.meals[seat] += 1

    busy = None


def ordered(table, seat, rounds):
    first, second = sorted((seat, (seat + 1) % len(table.forks)))
    for _ in range(rounds):
        with table.forks[first], table.forks[second]:
            table.begin(seat)
            table.end(seat)


def with_waiter(table, seat, rounds, waiter):
    for _ in range(rounds):
        with waiter:
            with table.forks[seat]:
                with table.forks[(seat + 1) % len(table.forks)]:
                    table.begin(seat)
                    table.end(seat)


def dinner(function, seats, rounds, *extra):
    table = Table(seats)
    table.busy = {}
    people = [threading.Thread(target=function, args=(table, seat, rounds, *extra)) for seat in range(seats)]
    for p in people:
        p.start()
    for p in people:
        p.join()
    print(function.__name__, table.meals, table.eating, table.most <= seats // 2, any(f.locked() for f in table.forks))


dinner(ordered, 5, 40)
dinner(with_waiter, 5, 40, threading.Semaphore(4))
dinner(ordered, 2, 100)
