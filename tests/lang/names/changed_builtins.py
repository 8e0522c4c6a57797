# A program that gives the module builtins other attributes: every later read of the name sees them.
# test: needs=signals
import builtins
import threading
from unittest import mock


def count(items):
    return len(items)


def shout():
    print("loud")


def total():
    return sum(x * x for x in range(4)), any(x > 2 for x in range(3)), max(x for x in [1, 5, 2])


print(count("abc"), total())
real_print, real_len = print, len
builtins.print = lambda *args, **keywords: real_print("<", *args, ">", **keywords)
shout()
print("everywhere")
builtins.len = lambda items: real_len(items) + 100
print(count("abc"), len([1]))
real_sum, real_range = sum, range
builtins.sum = lambda items, start=0: ("sum of", list(items))
builtins.range = lambda *args: ["no", "numbers"]
try:
    print(total())
except TypeError as e:
    print(type(e).__name__)
print([i for i in range(2)])
for i in range(1):
    print(i)
builtins.sum, builtins.range = real_sum, real_range
del builtins.len
try:
    count("abc")
except NameError as e:
    print(e)
builtins.len = real_len
builtins.print = real_print
print(count("abc"))
builtins.greet = lambda name: "hello " + name
print(greet("you"))
del builtins.greet
try:
    greet("you")
except NameError as e:
    print(e)

with mock.patch("builtins.input", return_value="typed"):
    print(input("never shown"))
with mock.patch("builtins.open", mock.mock_open(read_data="what was read")) as opened:
    with open("no such file") as file:
        print(file.read(), opened.called)

seen = []
builtins.print = lambda *args: seen.append(args)
thread = threading.Thread(target=shout)
thread.start()
thread.join()
builtins.print = real_print
print(seen)
setattr(builtins, "abs", lambda x: "abs")
print(abs(-1))
