# random: every distribution and function for fixed seeds, states, subclasses, SystemRandom's interface, errors.
# test: stderr=none
import random


def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)), end="; ")
    except Exception as e:
        print(type(e).__name__, e, end="; ")


r = random.Random(2024)
for name, *args in (("random",), ("uniform", 1, 10), ("uniform", 10, 1), ("triangular",), ("triangular", 1, 5), ("triangular", 0, 10, 2), ("triangular", 3, 3, 3), ("betavariate", 0.5, 2), ("expovariate", 0.1), ("expovariate", -2), ("gammavariate", 0.5, 1), ("gammavariate", 1, 3), ("gammavariate", 9, 0.5), ("gauss", 10, 2), ("gauss",), ("normalvariate", 0, 1), ("lognormvariate", 0, 0.5), ("vonmisesvariate", 1, 4), ("vonmisesvariate", 0, 0), ("paretovariate", 2), ("weibullvariate", 1, 1.5), ("randrange", 100), ("randrange", 10, 20), ("randrange", 0, 100, 5), ("randrange", 10, 0, -3), ("randrange", 10 ** 30), ("randint", 1, 6), ("randint", -10 ** 25, 10 ** 25), ("choice", "abcdef"), ("choice", range(1000)), ("choices", "abc"), ("choices", [1, 2, 3], [5, 1, 1]), ("sample", range(50), 6), ("sample", "hello", 5), ("sample", [1], 0), ("getrandbits", 1), ("getrandbits", 32), ("getrandbits", 33), ("getrandbits", 100), ("getrandbits", 0), ("randbytes", 0), ("randbytes", 5), ("randbytes", 16)):
    print(name, [getattr(r, name)(*args) for _ in range(3)])
print(r.choices("ab", cum_weights=[1, 10], k=10), r.choices(range(5), k=4), r.choices("xyz", weights=[0, 0, 1], k=3), r.sample(range(10 ** 9), 4), r.sample(list("abc") * 3, k=5), r.sample([1, 2], counts=[3, 4], k=5), r.sample(range(100), 30))
x = list(range(12))
r.shuffle(x)
print(x)
for name, *args in (("randrange", 0), ("randrange", 5, 5), ("randrange", 5, 1), ("randrange", 1, 2, 0), ("randrange", 1.0), ("randrange", 1.5), ("randrange", "5"), ("randint", 2, 1), ("choice", []), ("choice", {}), ("choice", {1, 2}), ("choice", 5), ("choices", []), ("choices", [1, 2], [1]), ("choices", [1], [0]), ("choices", [1, 2], [-1, 0]), ("choices", [1], [float("nan")]), ("choices", [1], 5), ("sample", [1], 2), ("sample", [1], -1), ("sample", {1, 2}, 1), ("sample", 5, 1), ("shuffle", (1, 2)), ("shuffle", "ab"), ("getrandbits", -1), ("getrandbits", "x"), ("getrandbits", 1.5), ("randbytes", -1), ("seed", []), ("seed", {}), ("seed", 1, 3), ("expovariate", 0), ("gammavariate", -1, 1), ("gammavariate", 1, 0), ("betavariate", 0, 0), ("setstate", (1, 2, 3)), ("setstate", (3, (1, 2), None)), ("uniform", "a", 1)):
    print(name, end=" ")
    show(getattr(r, name), *args)
print()
show(r.sample, [1, 2], counts=[1], k=1)
show(r.sample, [1, 2], counts=[-1, 2], k=1)
show(r.sample, [1, 2], counts=[0, 0], k=1)
show(r.sample, [1, 2], counts=[1, 2], k=9)
show(r.choices, [1, 2], weights=[1, 1], cum_weights=[1, 2])
show(random.Random, x=1)
print()
for seed in (0, 1, -1, 2 ** 32, 2 ** 65, "a", "é", b"a", bytearray(b"a"), 1.0, 2.5, None and 0, True):
    a = random.Random(seed)
    print(repr(seed), a.random() if seed is not None else "-", a.randrange(1000) if seed is not None else "-", end="; ")
print()
a, b = random.Random(), random.Random()
a.seed("same", version=2)
b.seed("same")
print(a.random() == b.random(), a.getstate() == b.getstate())
a.seed(5, 1)
print(a.random())
a.seed("text", version=1)
print(a.random())
st = a.getstate()
print(st[0], len(st[1]), st[2], [a.gauss(0, 1) for _ in range(3)], a.getstate()[2] is not None)
a.setstate(st)
print([a.gauss(0, 1) for _ in range(3)])
random.seed(99)
print(random.random(), random.randint(1, 100), random.gauss(0, 1), random.getstate()[0])


class Fixed(random.Random):
    def __init__(self, seed=None):
        super().__init__(seed)
        self.count = 0

    def random(self):
        self.count += 1
        return 0.25


f = Fixed(3)
print(f.random(), f.uniform(0, 8), f.choice([1, 2, 3, 4]), f.choices("abcd", k=2), f.randrange(10), f.sample(range(10), 3), f.count, isinstance(f, random.Random), f.__dict__["count"])
f.tag = 5
print(f.tag, vars(f)["tag"])
r = random.Random(7)
r.note = "kept"
print(r.note, r.__dict__["note"])
s = random.SystemRandom()
print(0 <= s.random() < 1, 0 <= s.randrange(10) < 10, s.getrandbits(8) < 256, len(s.randbytes(4)), s.choice([5]), s.seed(1))
show(s.getstate)
show(s.setstate, 1)
dice = random.Random(1)
rolls = [dice.randint(1, 6) + dice.randint(1, 6) for _ in range(1000)]
print({k: rolls.count(k) for k in range(2, 13)}, sum(dice.gauss(5, 1) for _ in range(500)))
