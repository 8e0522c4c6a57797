# Transfers between accounts with one lock each: the sum stays, overdrafts raise in the worker and are collected.
import random
import threading


class Overdraft(Exception):
    def __init__(self, account, missing):
        super().__init__(account.name, missing)
        self.account, self.missing = account, missing

    def __str__(self):
        return f"{self.account.name} lacks {self.missing}"


class Account:
    __slots__ = ("name", "balance", "lock", "history")

    def __init__(self, name, balance):
        self.name, self.balance = name, balance
        self.lock = threading.RLock()
        self.history = []

    def change(self, amount):
        with self.lock:
            if self.balance + amount < 0:
                raise Overdraft(self, -(self.balance + amount))
            self.balance += amount
            self.history.append(amount)

    def __lt__(self, other):
        return self.name < other.name


def transfer(source, target, amount):
    first, second = sorted((source, target))
    with first.lock, second.lock:
        source.change(-amount)
        target.change(amount)


accounts = [Account(name, 1000) for name in "abcdef"]
failures = []
failures_lock = threading.Lock()


def worker(seed):
    numbers = random.Random(seed)
    for _ in range(150):
        source, target = numbers.sample(accounts, 2)
        try:
            transfer(source, target, numbers.randrange(1, 400))
        except Overdraft as e:
            with failures_lock:
                failures.append(e)


threads = [threading.Thread(target=worker, args=(seed,), name=f"teller-{seed}") for seed in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sum(a.balance for a in accounts), all(a.balance >= 0 for a in accounts))
print(all(1000 + sum(a.history) == a.balance for a in accounts))
print(len(failures) + sum(len(a.history) for a in accounts) // 2)
try:
    transfer(accounts[0], accounts[1], 10 ** 6)
except Overdraft as e:
    print(type(e).__name__, e.account.name, e.missing + accounts[0].balance, e.args[1] == e.missing)
print([t.name for t in threads], any(t.is_alive() for t in threads))
