# Sets that change while their keys are compared: emptied, grown and shrunk by __eq__ in every operation on two sets.
class Mutating:
    target = None
    def __init__(self, n): self.n = n
    def __hash__(self): return 1
    def __eq__(self, other):
        if Mutating.armed:
            Mutating.armed = False
            Mutating.action()
        return self is other
Mutating.armed = False

def run(name, make):
    s1 = {Mutating(i) for i in range(5)}
    s2 = {Mutating(i + 10) for i in range(5)}
    for what in ("s1.clear", "s2.clear", "s1.grow", "s2.grow", "s2.shrink", "s1.shrink", "both"):
        a, b = set(s1), set(s2)
        def act():
            if what in ("s1.clear", "both"): a.clear()
            if what in ("s2.clear", "both"): b.clear()
            if what == "s1.grow":
                for i in range(100): a.add(i + 0.5)
            if what == "s2.grow":
                for i in range(100): b.add(i + 0.5)
            if what == "s2.shrink":
                b.pop()
            if what == "s1.shrink": a.pop()
        Mutating.action = act
        Mutating.armed = True
        try:
            make(a, b)
            print(name, what, "done")
        except RuntimeError as e:
            print(name, what, e)
        Mutating.armed = False

import operator
def ior(a, b): a |= b
def iand(a, b): a &= b
def isub(a, b): a -= b
def ixor(a, b): a ^= b
for n, f in dict(ior=ior, iand=iand, isub=isub, ixor=ixor, or_=operator.or_, and_=operator.and_, sub=operator.sub, xor=operator.xor,
                 le=operator.le, lt=operator.lt, ge=operator.ge, eq=operator.eq, update=lambda a, b: a.update(b), inter=lambda a, b: a.intersection(b),
                 iu=lambda a, b: a.intersection_update(b), du=lambda a, b: a.difference_update(b), su=lambda a, b: a.symmetric_difference_update(b),
                 d=lambda a, b: a.difference(b), disj=lambda a, b: a.isdisjoint(b), sub2=lambda a, b: a.issubset(b), sup=lambda a, b: a.issuperset(b)).items():
    for k in range(3): run(n, f)
