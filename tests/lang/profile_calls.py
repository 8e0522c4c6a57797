"""Profile functions hear of calls of built-in functions: c_call, c_return and c_exception."""
import sys, threading


def profile(frame, event, arg):
    shown = getattr(arg, "__qualname__", arg) if event.startswith("c_") else arg
    print(event, frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno, shown)


def many(x):
    items = []
    items.append(x)
    items.extend(i for i in range(2))
    size = len(items)
    words = "a,b".split(",", maxsplit=1)
    try:
        items.pop(30)
    except IndexError as e:
        str(e).upper()
    ordered = sorted(items, key=lambda v: -v)
    len(*(items,))
    print(*words, **{"sep": "-"})
    list.append(items, 3)
    list(map(str.upper, words))
    isinstance(x, int) and hash(x)
    return sum(i for i in ordered) + max(size, 2)


def failing():
    return int.from_bytes("text", "big") + len(3)


def nested():
    try:
        (lambda: [].index(4))()
    except ValueError:
        return "caught"


class Shape:
    def __len__(self):
        return 4

    def area(self):
        return len(self) * 2

    def __enter__(self):
        return self

    def __exit__(self, *details):
        return None


def classes():
    with Shape() as s:
        return s.area(), [len(s) for _ in "ab"], {k: abs(k) for k in (-1,)}


def wrong():
    len(1, 2, *[3], **{})


def unbound():
    try:
        str.join()
    except TypeError as e:
        print(e)
    try:
        str.join(3, [])
    except TypeError as e:
        print(e)


def star():
    try:
        len(*5)
    except TypeError as e:
        print(e)
    try:
        [].append(**5)
    except TypeError as e:
        print(e)


for function, arguments in ((many, (2,)), (failing, ()), (nested, ()), (classes, ()), (wrong, ()), (unbound, ()), (star, ())):
    print("--", function.__name__)
    sys.setprofile(profile)
    try:
        result = function(*arguments)
    except TypeError as e:
        result = e
    sys.setprofile(None)
    print(result)


def quits(frame, event, arg):
    print(event, frame.f_code.co_name)
    if event == "c_return":
        raise KeyError("enough")


sys.setprofile(quits)
try:
    abs(-1)
    print("not reached")
except KeyError as e:
    print("raised", e, sys.getprofile())

seen = []
threading.setprofile(lambda frame, event, arg: seen.append((event, frame.f_code.co_name)) if frame.f_code.co_name == "work" else None)


def work():
    return len("four")


t = threading.Thread(target=work)
t.start()
t.join()
threading.setprofile(None)
print(seen)
