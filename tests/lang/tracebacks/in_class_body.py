# test: stderr=full
# Frames of class bodies, decorators, metaclasses, properties, comprehensions, lambdas and generators in one traceback.
def deco(arg):
    def wrap(cls):
        return cls(arg)
    return wrap


class Meta(type):
    def __call__(cls, *args):
        obj = super().__call__(*args)
        obj.check()
        return obj


def build():
    @deco("x")
    class Thing(metaclass=Meta):
        limits = [n * 2 for n in range(3)]

        def __init__(self, arg):
            self.arg = arg

        def check(self):
            total = sum(self.steps())
            return total

        def steps(self):
            yield 1
            yield from (self.value for _ in range(2))

        @property
        def value(self):
            compute = lambda k: self.table[k]
            return compute(self.arg)

        @property
        def table(self):
            return {k: (v for v in [k / 0]) for k in (1,)}
    return Thing


class Body:
    first = 1
    second = build()
