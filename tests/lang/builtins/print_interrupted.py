# What print() has put out when one of its arguments cannot be turned into text.
import io


class Broken:
    def __str__(self):
        raise ValueError("no text")


for arguments, options in ((("a", 1, Broken(), "b"), {}), ((Broken(),), {}), (("x", "y", Broken()), {"sep": "-", "end": "!"})):
    try:
        print(*arguments, **options)
    except ValueError as e:
        print("|", e, type(e.__context__).__name__)

target = io.StringIO()
try:
    print("to", "a", Broken(), file=target)
except ValueError:
    print(repr(target.getvalue()))
