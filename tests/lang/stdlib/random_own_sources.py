# Constants of module random, arguments randrange() still takes with a warning, and generators of the program's own.
import random
import warnings


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


print(random.__all__)
print([random.BPF, random.TWOPI, random.NV_MAGICCONST, random.LOG4, random.SG_MAGICCONST, random.RECIP_BPF], random.Random.VERSION)

r = random.Random(11)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    show(lambda: r.randrange(10.0))
    show(lambda: r.randrange(1.0, 5))
    show(lambda: r.randrange(1, 5, 1.0))
    show(lambda: r.randrange(1.5))
    show(lambda: r.randrange("5"))
    show(lambda: r.randrange(1, 5.5))
    show(lambda: r.randrange(1, 5, 2.5))
    for w in caught:
        print(w.category.__name__, w.message, w.lineno)
show(lambda: r.randint(1, 3))
show(lambda: r.setstate(5))
show(lambda: r.randrange(5, step=2))


class Quarter(random.Random):
    def random(self):
        return 0.25


q = Quarter()
numbers = [1, 2, 3, 4]
q.shuffle(numbers)
print(q.random(), q.randint(1, 100), q.choice("abcd"), q.uniform(0, 4), q.sample(range(10), 3), q.choices("abcd", k=2), q.randrange(7), numbers)


class Ones(random.Random):
    def getrandbits(self, k):
        print("bits", k)
        return 1


o = Ones(5)
numbers = [1, 2, 3]
print(o.randint(0, 9), o.choice("xyz"), o.randbytes(2), o.random() == random.Random(5).random())
o.shuffle(numbers)
print(numbers, o.sample([1, 2, 3], 2))


class Both(random.Random):
    def random(self):
        return 0.5

    def getrandbits(self, k):
        return 0


class Seeded(random.Random):
    def __init__(self, name):
        super().__init__(name)
        self.name = name

    def seed(self, a=None, version=2):
        print("seed", a)
        super().seed(1)


print(Both().randrange(10), Seeded("z").random(), Seeded("y").name)
