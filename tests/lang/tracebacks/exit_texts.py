# test: stderr=full
# sys.exit with a text: it goes to stderr, finally blocks and atexit run, status 1.
import atexit
import os
import sys


@atexit.register
def bye():
    print("bye")


class Quiet(SystemExit):
    pass


def deep(n):
    try:
        if n:
            deep(n - 1)
        else:
            raise Quiet("text for stderr")
    finally:
        print("leaving", n)


try:
    deep(2)
except Quiet as q:
    print("caught", q.code)
    with open(os.devnull) as f:
        print(repr(f.readline()))
    sys.exit(q.code + "!")
