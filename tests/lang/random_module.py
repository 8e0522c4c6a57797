# test: stderr=none
# random: the same numbers for the same seed as CPython.
import random

for seed in (0, 1, 42, -7, 2**100, 1.5, "text", "é", b"bytes", bytearray(b"ba"), True):
    random.seed(seed)
    print(seed, random.random(), random.getrandbits(7), random.getrandbits(64), random.getrandbits(100), random.randint(1, 6), random.randrange(10), random.randrange(5, 50, 5), random.randrange(100, 0, -7))
random.seed("v1", version=1)
print(random.random())
random.seed(12345)
print(random.choice("abcdef"), random.choice([1, 2, 3]), random.choice(range(1000)), random.choices("xyz", k=5), random.choices([1, 2, 3], weights=[5, 1, 1], k=6), random.choices("ab", cum_weights=[1, 10], k=4))
x = list(range(20))
random.shuffle(x)
print(x, random.sample(range(10**9), 5), random.sample(x, 20), random.sample("abcdefgh", 3), random.sample([1, 2], counts=[3, 4], k=4), random.sample(range(10000), 50))
print(random.uniform(1, 5), random.triangular(), random.triangular(1, 9, 3), random.gauss(), random.gauss(10, 2), random.gauss(0, 1), random.normalvariate(5, 3), random.lognormvariate(0, 1))
print(random.expovariate(0.5), random.betavariate(2, 3), random.gammavariate(2.5, 1.5), random.gammavariate(0.5, 2), random.gammavariate(1, 3), random.paretovariate(3), random.weibullvariate(1, 2), random.vonmisesvariate(1, 4), random.vonmisesvariate(0, 0))
print(random.randrange(2**70), random.randint(-(10**30), 10**30), random.randbytes(8), random.getrandbits(0))
state = random.getstate()
a = [random.random() for _ in range(3)]
random.setstate(state)
print(a == [random.random() for _ in range(3)], state[0], len(state[1]), state[2])
r = random.Random(99)
s = random.Random(99)
print([r.random() for _ in range(3)] == [s.random() for _ in range(3)], r.randint(1, 100), isinstance(r, random.Random))
total = 0
random.seed(7)
for i in range(2000):
    total += random.randint(1, 1000)
print(total, sum(random.random() for _ in range(1000)))
for f in (lambda: random.choice([]), lambda: random.randrange(0), lambda: random.randrange(5, 5), lambda: random.randrange(1, 2, 0), lambda: random.randint(5, 1), lambda: random.sample([1], 2), lambda: random.sample({1}, 1),
          lambda: random.choices([1], weights=[1, 2]), lambda: random.choices([1, 2], weights=[0, 0]), lambda: random.choices([], k=1), lambda: random.getrandbits(-1), lambda: random.seed([]), lambda: random.randrange(1.5),
          lambda: random.gammavariate(0, 1), lambda: random.expovariate(0), lambda: random.setstate((9, 1, 2)), lambda: random.choices([1, 2], 5), lambda: random.randrange(3, None, 2)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Counting(random.Random):
    calls = 0

    def random(self):
        self.calls += 1
        return 0.25


c = Counting()
print(c.random(), c.choice([10, 20, 30, 40]), c.uniform(0, 8), c.randrange(100), c.shuffle(x), c.calls, x)


class Bits(random.Random):
    def getrandbits(self, k):
        return 1


print(Bits().randrange(10), Bits(5).random() == random.Random(5).random())
sr = random.SystemRandom()
print(0 <= sr.random() < 1, 1 <= sr.randint(1, 3) <= 3, sr.getrandbits(128).bit_length() <= 128, len(sr.randbytes(5)), len(sr.sample(range(50), 10)))
try:
    sr.getstate()
except NotImplementedError as e:
    print(e)
