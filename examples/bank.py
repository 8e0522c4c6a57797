"""Transfers between accounts from many threads; locks are taken in a fixed order, so nobody waits for ever."""
import random
import threading


class Account:
    def __init__(self, number, balance):
        self.number = number
        self.balance = balance
        self.lock = threading.Lock()


class InsufficientFunds(Exception):
    pass


def transfer(source, target, amount):
    first, second = sorted((source, target), key=lambda account: account.number)
    with first.lock, second.lock:
        if source.balance < amount:
            raise InsufficientFunds("account %d has only %d" % (source.number, source.balance))
        source.balance -= amount
        target.balance += amount


def teller(accounts, seed, rounds, refused):
    dice = random.Random(seed)
    for _ in range(rounds):
        source, target = dice.sample(accounts, 2)
        try:
            transfer(source, target, dice.randrange(1, 200))
        except InsufficientFunds:
            refused[seed] += 1


def main():
    accounts = [Account(n, 1000) for n in range(10)]
    refused = [0] * 8
    threads = [threading.Thread(target=teller, args=(accounts, seed, 2000, refused)) for seed in range(8)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    print("money in all accounts:", sum(a.balance for a in accounts))
    print("nobody is overdrawn:", all(a.balance >= 0 for a in accounts))


if __name__ == "__main__":
    main()
