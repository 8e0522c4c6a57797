# test: stderr=full
# __notes__ may be any sequence, whose items are shown one by one; what is none is shown as it is (the interpreter's
# own printing leaves out the line's end then, in some versions).
import sys
import traceback


class Pair:
    def __len__(self):
        return 2

    def __getitem__(self, i):
        return ("left", "right\nside")[i]


def noted(notes):
    e = ValueError("noted")
    e.__notes__ = notes
    return e


for notes in ("text", b"by", range(2), {1: 2}, 5, ("a", 1), [b"x", None], "", []):
    print(traceback.format_exception_only(noted(notes)))
    if notes != 5 and notes != {1: 2}:
        sys.excepthook(ValueError, noted(notes), None)
raise noted(Pair())
