# test: stderr=full
# SyntaxError and its kin raised by hand are shown with their text and caret.
import sys
import traceback

for e in (SyntaxError("bad", ("file.py", 3, 5, "x = = 1\n")), SyntaxError("no text", ("file.py", 3, 5, None)), SyntaxError("plain"), IndentationError("ind", ("f.py", 1, 1, "    x\n", 1, 5)), SyntaxError("range", ("f.py", 2, 3, "ab cd ef\n", 2, 6)),
          SyntaxError("wide", ("f.py", 1, 4, "é = é é\n", 1, 6)), SyntaxError("off", ("f.py", 1, 100, "short\n"))):
    print("".join(traceback.format_exception_only(e)), end="")
print(traceback.format_exception_only(KeyError("k")), traceback.format_exception_only(ValueError()), traceback.format_exception_only(OSError(2, "No such file", "name")))


class Odd(Exception):
    def __str__(self): raise ValueError("no str")


print(traceback.format_exception_only(Odd()))
Odd.__module__ = "builtins"
print(traceback.format_exception_only(Odd()))
Odd.__module__ = "some.module"
Odd.__qualname__ = "Outer.Odd"
print(traceback.format_exception_only(Odd(1)))
E2 = type("E2", (ValueError,), {"__module__": "__main__", "__str__": lambda s: ""})
print(traceback.format_exception_only(E2("x")))
E3 = type("E3", (ValueError,), {"__str__": lambda s: "line1\nline2"})
print(traceback.format_exception_only(E3("x")))
raise E3("final")
