# test: stderr=full
# KeyboardInterrupt and SystemExit through finally, with, threads of generators and nested handlers; a status from __main__.
import sys


class Resource:
    def __init__(self, n): self.n = n
    def __enter__(self): print("open", self.n); return self
    def __exit__(self, t, v, tb): print("close", self.n, t and t.__name__, getattr(v, "code", None))


def worker():
    with Resource("gen"):
        try:
            yield 1
        except Exception:
            print("never: not an Exception")
        finally:
            print("gen finally")


def interrupted():
    g = worker()
    next(g)
    try:
        g.throw(KeyboardInterrupt("ctrl-c"))
    except KeyboardInterrupt as e:
        print("caught", repr(e))
    try:
        try:
            sys.exit("inner")
        except Exception:
            print("never")
        finally:
            print("outer finally")
    except SystemExit as e:
        print("exit", e.code)
        try:
            raise SystemExit(2)
        except SystemExit as second:
            print(second.code, second.__context__.code)


def main():
    with Resource("a"), Resource("b"):
        for i in range(3):
            try:
                if i == 1:
                    sys.exit(40 + i)
            finally:
                print("loop", i)
    return "never"


interrupted()
try:
    main()
except SystemExit as e:
    status = e.code
print("status", status, file=sys.stderr)
sys.stdout.flush()
if __name__ == "__main__":
    sys.exit(status)
