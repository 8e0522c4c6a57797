# A bank with accounts, transactions that roll back, an audit log, and reports.
from collections import defaultdict, namedtuple
from contextlib import contextmanager
from decimal import Decimal
from functools import total_ordering

Entry = namedtuple("Entry", "seq kind account amount note")


class BankError(Exception):
    code = 1


class Insufficient(BankError):
    code = 2

    def __init__(self, account, needed):
        self.account, self.needed = account, needed
        super().__init__(f"{account.owner} lacks {needed - account.balance}")


class Frozen(BankError):
    code = 3


@total_ordering
class Account:
    __slots__ = ("owner", "_balance", "frozen", "history", "__weakref__")
    minimum = Decimal(0)

    def __init__(self, owner, balance="0"):
        self.owner, self._balance, self.frozen, self.history = owner, Decimal(balance), False, []

    @property
    def balance(self):
        return self._balance

    @balance.setter
    def balance(self, value):
        if self.frozen:
            raise Frozen(f"{self.owner}'s account is frozen")
        if value < self.minimum:
            raise Insufficient(self, self._balance - value + self.minimum)
        self.history.append(self._balance)
        self._balance = value

    def __eq__(self, other): return isinstance(other, Account) and (self.balance, self.owner) == (other.balance, other.owner)
    def __lt__(self, other): return (self.balance, self.owner) < (other.balance, other.owner)
    def __hash__(self): return hash(self.owner)
    def __repr__(self): return f"<{type(self).__name__} {self.owner} {self.balance:.2f}>"


class Overdraft(Account):
    __slots__ = ("limit",)

    def __init__(self, owner, balance="0", *, limit):
        self.limit = Decimal(limit)
        super().__init__(owner, balance)

    @property
    def minimum(self):
        return -self.limit


class Bank:
    def __init__(self):
        self.accounts, self.log, self._seq, self._depth = {}, [], iter(range(1, 10 ** 6)), 0

    def open(self, account):
        if account.owner in self.accounts:
            raise BankError(f"{account.owner} has an account")
        self.accounts[account.owner] = account
        return account

    def __getitem__(self, owner):
        try:
            return self.accounts[owner]
        except KeyError as e:
            raise BankError(f"no account of {owner}") from e

    def __iter__(self): return iter(sorted(self.accounts.values(), reverse=True))
    def __len__(self): return len(self.accounts)
    def __contains__(self, owner): return owner in self.accounts

    @contextmanager
    def transaction(self, note):
        saved = {o: (a._balance, a.frozen, len(a.history)) for o, a in self.accounts.items()}
        mark = len(self.log)
        self._depth += 1
        try:
            yield self
        except BankError as e:
            for owner, (balance, frozen, n) in saved.items():
                account = self.accounts[owner]
                account._balance, account.frozen = balance, frozen
                del account.history[n:]
            undone = len(self.log) - mark
            del self.log[mark:]
            e.add_note(f"{note}: {undone} entries undone at depth {self._depth}")
            raise
        finally:
            self._depth -= 1

    def post(self, kind, owner, amount, note=""):
        amount = Decimal(amount)
        self[owner].balance += amount if kind == "in" else -amount
        self.log.append(Entry(next(self._seq), kind, owner, amount, note))

    def transfer(self, source, target, amount, note="transfer"):
        with self.transaction(note):
            self.post("out", source, amount, f"to {target}")
            self.post("in", target, amount, f"from {source}")

    def report(self):
        totals = defaultdict(lambda: defaultdict(Decimal))
        for seq, kind, account, amount, _ in self.log:
            totals[account][kind] += amount
        return {a: {k: str(v) for k, v in sorted(kinds.items())} for a, kinds in sorted(totals.items())}


bank = Bank()
for account in (Account("ann", "100.50"), Overdraft("bob", "20", limit="50"), Account("cleo")):
    bank.open(account)


def attempt(label, f, *args, **kw):
    try:
        f(*args, **kw)
        print(f"{label:22} ok    {[str(a.balance) for a in bank]}")
    except BankError as e:
        print(f"{label:22} {type(e).__name__}({e.code}): {e} {getattr(e, '__notes__', [])} {e.__cause__!r}")


attempt("deposit", bank.post, "in", "cleo", "10.25")
attempt("transfer", bank.transfer, "ann", "bob", "50")
attempt("too much", bank.transfer, "ann", "cleo", "1000")
attempt("overdraft", bank.transfer, "bob", "cleo", "100")
attempt("over limit", bank.transfer, "bob", "ann", "100")
attempt("unknown", bank.transfer, "ann", "zed", "1")
attempt("duplicate", bank.open, Account("ann"))


def nested():
    with bank.transaction("outer"):
        bank.transfer("cleo", "ann", "10")
        try:
            with bank.transaction("inner"):
                bank.post("out", "ann", "5")
                bank["bob"].frozen = True
                bank.transfer("bob", "ann", "1", "frozen transfer")
        except Frozen as e:
            print("  recovered:", e, e.__notes__)
        bank.post("in", "bob", "0.01")


attempt("nested", nested)
attempt("nested fails", lambda: bank.transfer("cleo", "cleo", "500"))
print(list(bank), max(bank), sorted(bank)[0], len(bank), "bob" in bank, "zed" in bank)
print(bank.report())
print(*bank.log, sep="\n")
print({a: [str(h) for h in a.history] for a in bank})
print(Account("x", 5) == Account("x", 5), Account("x", 5) < Overdraft("y", 5, limit=1), Account("a") >= Account("b"), len({Account("q"), Account("q")}))
