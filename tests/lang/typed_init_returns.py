"""An __init__ that returns something is a TypeError, also where instances are made in typed code."""


class Returns:
    def __init__(self, a):
        self.a = a
        return a


class Sometimes:
    def __init__(self, a):
        self.a = a
        if a > 2:
            return a


class Early:
    def __init__(self, a):
        self.a = a
        if a > 2:
            return
        self.a = a * 2


def make(cls, x):
    try:
        return cls(x).a
    except TypeError as error:
        return str(error)


def returns(x):
    return Returns(x)


def sometimes(n):
    total = 0
    for i in range(n):
        total += Sometimes(i).a
    return total


def early(n):
    total = 0
    for i in range(n):
        total += Early(i).a
    return total


print(make(Returns, 1), make(Sometimes, 1), make(Sometimes, 5), make(Early, 1), make(Early, 5))
for function, argument in ((returns, 1), (sometimes, 2), (sometimes, 6), (early, 10)):
    try:
        print(function(argument))
    except TypeError as error:
        print("TypeError:", error)
print(Sometimes(0).a, returns.__name__)
