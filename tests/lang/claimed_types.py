# What inference could claim of classes, functions and of what containers hold, where a program changes it by unusual ways.
# Under --verify-types (./run-tests --only=types) each claim is checked while this runs.
import functools
import random
import threading


class Animal:
    def __init__(self, name):
        self.name = name

    def noise(self):
        return None

    @classmethod
    def named(cls, name):
        return cls(name)

    @staticmethod
    def legs():
        return 4


class Dog(Animal):
    def noise(self):
        return "woof"


class Cat(Animal):
    def noise(self):
        return ("meow", 2)


def noises(animals):
    out = []
    for animal in animals:
        kept = animal
        out.append((kept.name, kept.noise()))
    return out


print(noises([Animal("a"), Dog("d"), Cat.named("c")]))
Cow = type("Cow", (Animal,), {"noise": lambda self: 1.5})
herd = [Dog("first")]
herd.append(Cow("second"))
print(noises(herd))


def only_dogs():
    dog = Dog("rex")
    return dog


dog = only_dogs()
dog.__class__ = Cat
print(noises([dog]), type(only_dogs()).__name__, only_dogs().noise())


def number():
    return 1


def word():
    return "one"


def calls_number():
    result = number()
    return result


print(calls_number())
number.__code__ = word.__code__
print(calls_number())


def local_class(n):
    class Local:
        value = n

        def double(self):
            return self.value * 2

    return Local


made = [local_class(1)(), local_class("x")()]
print([thing.double() for thing in made], [type(thing).__qualname__ for thing in made])


def containers():
    rows = [(1, "a"), (2, "b")]
    index = {}
    for number_, letter in rows:
        index.setdefault(letter, []).append(number_)
    rows.append((3, "a"))
    nested = {key: {len(value)} for key, value in index.items()}
    empty = []
    pairs = [(), (1,), (1, 2)]
    longer = rows + [("x", 4.5)]
    return rows, index, nested, empty, pairs, longer, rows[1:], rows * 2, [*rows, None]


for result in containers():
    print(result)

values = [1, 2, 3]
random.shuffle(values)
print(sorted(values))


def fill(where):
    where.extend(["text", None])


filled = [1]
threading.Thread(target=fill, args=(filled,)).start()
for thread in threading.enumerate():
    if thread is not threading.current_thread():
        thread.join()
print(filled)


def add(a, b):
    return a + b


functions = {"add": add, "partial": functools.partial(add, 1), "lambda": lambda a, b=2: (a, b), "len": len, "bound": "x".join}
print(functions["add"]("a", "b"), functions["partial"](2), functions["lambda"](1), functions["len"]("abc"), functions["bound"](["1", "2"]))
print(Animal.legs(), Dog.named("again").name, [cls.__name__ for cls in (Animal, Dog)])


def keywords(*args, **options):
    return args, options


print(keywords(1, "a", key=2.5), keywords())


def generator():
    received = yield 1
    while received is not None:
        received = yield received


steps = generator()
print(next(steps), steps.send("a"), steps.send(2.5), list(steps))


class Stack(list):
    def top(self):
        return self[-1]


stack = Stack([1, 2])
stack.append("three")
print(stack.top(), stack, [type(part) is Stack for part in (stack, stack[:], stack + [])])


class Holder:
    shared = []

    def __init__(self):
        self.items = []

    def put(self, item):
        self.items.append(item)
        Holder.shared.append(item)
        return self


holders = [Holder().put(1), Holder().put("b")]
setattr(holders[0], "items", {"k": 1})
print([holder.items for holder in holders], Holder.shared)
