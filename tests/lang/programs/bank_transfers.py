"""Transfers between accounts under ordered locks: the total never changes and failures are counted exactly."""
import threading


class InsufficientFunds(Exception):
    def __init__(self, account, wanted):
        super().__init__(f"{account.name} has {account.balance}, needs {wanted}")
        self.account = account


class Account:
    def __init__(self, name, balance):
        self.name = name
        self.balance = balance
        self.lock = threading.Lock()
        self.history = []

    def withdraw(self, amount):
        if amount > self.balance:
            raise InsufficientFunds(self, amount)
        self.balance -= amount
        self.history.append(-amount)

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("deposit must be positive")
        self.balance += amount
        self.history.append(amount)


def transfer(source, target, amount):
    first, second = sorted((source, target), key=lambda a: a.name)
    with first.lock, second.lock:
        source.withdraw(amount)
        target.deposit(amount)


def clerk(accounts, seed, results):
    ok = refused = 0
    for _ in range(400):
        seed = (seed * 1103515245 + 12345) % 2 ** 31
        a, b = accounts[seed % len(accounts)], accounts[seed // 64 % len(accounts)]
        if a is b:
            continue
        try:
            transfer(a, b, seed // 4096 % 50 + 1)
        except InsufficientFunds:
            refused += 1
        else:
            ok += 1
    results.append(ok + refused)


accounts = [Account(f"acct-{n}", 100 * n) for n in range(1, 6)]
results = []
threads = [threading.Thread(target=clerk, args=(accounts, seed, results)) for seed in range(8)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sum(a.balance for a in accounts), len(results), sum(results))
print(all(100 * n + sum(a.history) == a.balance >= 0 for n, a in enumerate(accounts, 1)))
try:
    transfer(accounts[0], accounts[1], 10 ** 6)
except InsufficientFunds as e:
    print(type(e).__name__, e.account.name)
try:
    accounts[0].deposit(0)
except ValueError as e:
    print(e)
