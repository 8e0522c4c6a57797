# test: stderr=full
# An AttributeError that a __getattr__ or a property raises learns what was looked for, and a traceback suggests a name.
class Settings:
    timeout = 5

    def __getattr__(self, name):
        raise AttributeError(f"no setting {name}")

    @property
    def derived(self):
        return self._missing_source

    @property
    def own(self):
        raise AttributeError("of its own")

    @property
    def named(self):
        raise AttributeError("named", name="given", obj=None)


class Plain:
    @property
    def own(self):
        raise AttributeError("plain")


class Wrapped(AttributeError):
    pass


class Strict:
    width = 1

    def __getattribute__(self, name):
        raise Wrapped("strict")


def look(obj, name):
    try:
        getattr(obj, name)
    except AttributeError as e:
        print(type(e).__name__, e, e.name, type(e.obj).__name__)


for obj, name in ((Settings(), "timout"), (Settings(), "derived"), (Settings(), "own"), (Settings(), "named"), (Plain(), "own"),
                  (Plain(), "owm"), (Strict(), "widht"), (Plain, "owm"), (5, "reel")):
    look(obj, name)
try:
    Plain().own
except AttributeError as e:
    print(e, e.name)
try:
    raise AttributeError("bare")
except AttributeError as e:
    print(e.name, e.obj)
Settings().timeot
