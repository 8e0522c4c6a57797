# test: stderr=full
# An exception that crosses with, finally, generators and a re-raise keeps the lines it passed.
import contextlib


@contextlib.contextmanager
def layer(name):
    try:
        yield name
    except LookupError:
        raise
    finally:
        print("closing", name)


class Guard:
    def __enter__(self): return self
    def __exit__(self, t, v, tb):
        print("guard saw", t.__name__)
        return False


def source():
    for key in ("a", "b"):
        yield {"a": 1}[key]


def work():
    with Guard(), layer("outer") as o:
        try:
            for v in source():
                print(v, o)
        except KeyError as e:
            print("re-raising", e)
            raise
        finally:
            print("inner finally")


def again():
    try:
        work()
    except Exception as e:
        err = e
    raise err


again()
