shared = 1
items = [1]


def put(value):
    global shared
    shared = value


def read():
    return shared, items


def __getattr__(name):
    if name.startswith("_"):
        raise AttributeError(name)
    return name + "?"
