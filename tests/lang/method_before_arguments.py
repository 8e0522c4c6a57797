# A method is looked up before the arguments of its call are evaluated: what look-ups do and raise comes first.
import math


def say(text, value=None):
    print("argument", text)
    return value


class Loud:
    kept = 3

    @property
    def made(self):
        print("look-up of made")
        return lambda *a, **k: ("made", a, k)

    def __getattr__(self, name):
        if name.startswith("no"):
            raise AttributeError("nothing like " + name)
        print("look-up of", name)
        return lambda *a, **k: (name, a, k)

    def plain(self, *a, **k):
        return "plain", a, k


class Every:
    def __getattribute__(self, name):
        print("asked for", name)
        return lambda *a: (name, a)


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


def in_function(x, every, text):
    attempt(lambda: x.made(say("one")))
    attempt(lambda: x.other(say("two"), k=say("three", 3)))
    attempt(lambda: x.nothing(say("not evaluated")))
    attempt(lambda: x.nothing(1 / 0))
    attempt(lambda: x.plain(1 / 0))
    attempt(lambda: x.plain(say("four"), say("five")))
    attempt(lambda: x.kept(say("before it is called")))
    attempt(lambda: every.name(say("six")))
    attempt(lambda: text.uper(say("not evaluated")))
    attempt(lambda: None.strip(say("not evaluated")))
    attempt(lambda: (5).bit(say("not evaluated")))
    attempt(lambda: math.squirt(say("not evaluated")))
    attempt(lambda: math.sqrt(say("seven", 4.0)))
    attempt(lambda: dict.fromkeys(say("eight", "ab")))
    attempt(lambda: Loud.plain(say("nine"), say("ten")))
    attempt(lambda: Loud.missing(say("not evaluated")))
    attempt(lambda: [].push(say("not evaluated")))
    items = []
    attempt(lambda: items.append(say("eleven", 11)))
    print(items)


in_function(Loud(), Every(), "text")
thing = Loud()
print(thing.made(say("module one")))
print(thing.other(say("module two"), key=say("module three")))
try:
    thing.nothing(say("not evaluated"))
except AttributeError as e:
    print(e)


class Changes:
    def method(self, x):
        return "of the class", x

    def replace(self):
        self.method = lambda x: ("of the instance", x)
        return 1


c = Changes()
print(c.method(c.replace()))
print(c.method(c.replace()))


def walk():
    thing = Loud()
    print(thing.other((yield "first"), (yield "second")))
    print(thing.made((yield "third"), last=(yield "fourth")))


w = walk()
print(next(w), w.send(1), w.send(2), w.send(3))
try:
    w.send(4)
except StopIteration:
    print("done")

for n in range(3):
    print(thing.later(say("round", n), [m for m in range(n)]))


def conditional(x, flag):
    return x.plain(say("yes") if flag else say("no"), *[say("star")], **{"k": say("two stars")})


print(conditional(thing, True), conditional(thing, False))
None.missing(say("not evaluated"),
             say("neither"))
