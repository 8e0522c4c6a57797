# sys.exit() with a SystemExit raises that one; any other exception is a status like any value.
import sys


class Stop(SystemExit):
    def __init__(self, *args):
        super().__init__(*args)
        self.extra = "kept"


for status in (Stop(7), SystemExit(3), SystemExit(SystemExit(4)), ValueError("v"), (Stop(1), 2), Stop, Stop((1, 2))):
    try:
        sys.exit(status)
    except SystemExit as e:
        print(type(e).__name__, repr(e), repr(e.code), e is status, getattr(e, "extra", None))
try:
    1 / 0
except ZeroDivisionError:
    try:
        sys.exit(Stop())
    except SystemExit as e:
        print(repr(e.__context__), e.code)
sys.exit(Stop(9))
