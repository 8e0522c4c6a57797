# A method is looked up before its arguments are evaluated; what it does is decided when it is called.
class Account:
    def deposit(self, amount, note=None):
        return "old", amount, note

    def record(self, *amounts):
        return "recorded", amounts


def changed(self, amount, note=None):
    return "new", amount, note


def changed_to_any(self, *amounts, **named):
    return "any", amounts, named


def assign(function, code, result):
    function.__code__ = code
    return result


def deposits(account, change):
    for n in range(4):
        print(account.deposit(assign(Account.deposit, changed.__code__, n) if n == 2 and change else n))


account = Account()
original = Account.deposit.__code__
deposits(account, False)
deposits(account, True)
Account.deposit.__code__ = original
deposits(account, False)
print(account.deposit(assign(Account.deposit, changed_to_any.__code__, 5)))
print(account.deposit(6, note=assign(Account.deposit, original, "kept")))
print(account.record(assign(Account.record, changed_to_any.__code__, 7)))


# Replaced in the class, the one found before is called.
def replace(result):
    Account.deposit = changed_to_any
    return result


print(account.deposit(replace(8)))
print(account.deposit(9))
