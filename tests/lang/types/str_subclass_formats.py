# Formatting an instance of a subclass of str without a format goes by its __str__; and `del x.__dict__` empties it.
class Text(str):
    def __str__(self):
        return "told"


class Plain(str):
    pass


t = Text("kept")
print("{}".format(t), f"{t}", "%s" % t, format(t), format(t, ""), str.__format__(t, ""), f"{t!s}")
print("{:6}|".format(t), f"{t:>6}|", t + "", f"{Plain('plain')}", type(format(Plain("p"))).__name__)


class Bag:
    kept = 1


bag = Bag()
bag.kept, bag.other = 2, 3
old = bag.__dict__
del bag.__dict__
print(old, bag.__dict__, bag.kept, hasattr(bag, "other"), bag.__dict__ is old)
bag.other = 4
print(vars(bag), old)
try:
    bag.__dict__ = None
except TypeError as e:
    print(e)
