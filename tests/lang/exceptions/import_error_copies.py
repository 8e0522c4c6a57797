# What copies of an ImportError keep, and what a second __init__ forgets.
import copy


class Own(ImportError):
    pass


def told(e):
    return type(e).__name__, e.args, e.msg, e.name, e.path, vars(e)


for cls in (ImportError, ModuleNotFoundError, Own):
    for arguments, fields in [((), {}), (("text",), {}), (("text",), {"name": "a"}), (("text",), {"path": "/b"}),
                              (("x", "y"), {"name": "a", "path": "/b"}), ((), {"name": None})]:
        e = cls(*arguments, **fields)
        print(told(copy.copy(e)), told(copy.deepcopy(e)), e.__reduce__()[1:])
        e.extra = [1]
        twin = copy.copy(e)
        print(told(twin), twin.extra is e.extra)
e = ImportError("text", name="a", path="/b")
e.__init__("again")
print(told(e))
e.__init__(name="c")
print(told(e), repr(e), str(e))
try:
    import not_there_at_all
except ImportError as e:
    print(told(copy.copy(e)))
