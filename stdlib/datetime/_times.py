"""time: what is not in _datetime."""

import _datetime
from _datetime import complete
from _datetime_iso import parse_time
from datetime._durations import add_methods, microsecond
from datetime._zones import _zone


class time:
    @classmethod
    def fromisoformat(cls, text, /):
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        parts = parse_time(text.removeprefix("T"))
        if parts is None:
            raise ValueError(f"Invalid isoformat string: {text!r}")
        return cls(*parts[0], tzinfo=_zone(parts[1]))


add_methods(_datetime.time, time)
complete(_datetime.time, {"min": _datetime.time(), "max": _datetime.time(23, 59, 59, 999999), "resolution": microsecond})
