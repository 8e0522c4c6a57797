"""timedelta: its constants."""

from _datetime import complete, timedelta

microsecond = timedelta(microseconds=1)
complete(timedelta, {"min": timedelta(-999999999), "resolution": microsecond,
                     "max": timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)})


def add_methods(cls, source):
    """Puts the methods of the class `source` into the class `cls` of _datetime."""
    members = {}
    for name, member in vars(source).items():
        if name not in ("__module__", "__dict__", "__weakref__", "__doc__"):
            function = member.__func__ if isinstance(member, classmethod) else member
            function.__module__ = "datetime"
            members[name] = member
    complete(cls, members)
