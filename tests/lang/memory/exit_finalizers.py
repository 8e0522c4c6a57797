# What still lives at the end is finalized, with the module's globals in place.
counter = 40


class Last:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("at exit", self.name, counter + 2)


def use():
    return first


first = Last("first")
second = Last("second")
nested = {"key": [Last("nested")]}
print("end of module")
