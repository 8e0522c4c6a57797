# test: stderr=full
# sys.exit with a text: it goes to stderr, finally blocks and atexit run, status 1.
import atexit
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
    with open(__file__) as f:
        print(len(f.readline()) > 0)
    sys.exit(q.code + "!")
