"""datetime.strptime(): the fields of a text by a format."""
from _datetime import day_of_ordinal, ordinal_of

_MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_WIDTHS = {"d": 2, "H": 2, "I": 2, "j": 3, "m": 2, "M": 2, "S": 2, "y": 2, "Y": 4, "f": 6}
_LIMITS = {"d": (1, 31), "H": (0, 23), "I": (1, 12), "j": (1, 366), "m": (1, 12), "M": (0, 59), "S": (0, 61)}
_SHORTHANDS = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S"}


def _name(text, at, names, short):
    for i, name in enumerate(names):
        wanted = name[:3] if short else name
        if text[at:at + len(wanted)].lower() == wanted:
            return i, at + len(wanted)
    return None


def _zone(text, at):
    """(seconds east of UTC with fraction of microseconds, end) of +HH:MM[:SS[.ffffff]], +HHMM or Z."""
    if text[at:at + 1] == "Z":
        return (0, 0), at + 1
    if text[at:at + 1] not in ("+", "-"):
        return None
    sign = -1 if text[at] == "-" else 1
    digits, end = "", at + 1
    while end < len(text) and len(digits) < 6 and (text[end].isdigit() or text[end] == ":" and digits and text[end + 1:end + 2].isdigit()):
        digits += text[end] if text[end] != ":" else ""
        end += 1
    if len(digits) not in (4, 6):
        return None
    seconds = int(digits[:2]) * 3600 + int(digits[2:4]) * 60 + int(digits[4:] or 0)
    micros = 0
    if len(digits) == 6 and text[end:end + 1] == ".":
        start = end + 1
        end = start
        while end < len(text) and end - start < 6 and text[end].isdigit():
            end += 1
        micros = int(text[start:end].ljust(6, "0"))
    return (sign * seconds, sign * micros), end


def _match(text, at, form, i, found):
    """Matches form[i:] against text[at:]; numbers take as many digits as they can and give back what the rest needs."""
    while i < len(form):
        c = form[i]
        if c.isspace():
            if not text[at:at + 1].isspace():
                return None
            while i < len(form) and form[i].isspace():
                i += 1
            while at < len(text) and text[at].isspace():
                at += 1
            continue
        if c != "%":
            if text[at:at + 1].lower() != c.lower():
                return None
            at, i = at + 1, i + 1
            continue
        d = form[i + 1]
        i += 2
        if d == "%":
            if text[at:at + 1] != "%":
                return None
            at += 1
        elif d in _WIDTHS:
            end = at
            while end < len(text) and end - at < _WIDTHS[d] and text[end].isdigit():
                end += 1
            least = _WIDTHS[d] if d in "Yy" else 1
            low, high = _LIMITS.get(d, (0, 10 ** 6))
            for stop in range(end, at + least - 1, -1):
                if low <= int(text[at:stop]) <= high:
                    rest = _match(text, stop, form, i, {**found, d: text[at:stop]})
                    if rest is not None:
                        return rest
            return None
        else:
            if d in "bBaA":
                got = _name(text, at, _MONTHS if d in "bB" else _DAYS, d in "ba")
            elif d == "p":
                got = next(((k, at + 2) for k, half in enumerate(("am", "pm")) if text[at:at + 2].lower() == half), None)
            elif d == "z":
                got = _zone(text, at)
            else:
                got = next(((zone, at + len(zone)) for zone in ("utc", "gmt") if text[at:at + 3].lower() == zone), None)
            if got is None:
                return None
            found = {**found, d: got[0]}
            at = got[1]
    return found, at


_pieces = {}                             # of formats: their longer form, its directives and what stands before each


def _pieces_of(form):
    known = _pieces.get(form)
    if known is None:
        longer = form
        for letter, long in _SHORTHANDS.items():
            longer = longer.replace("%" + letter, long)
        i, done, directives = longer.find("%"), 0, []
        while i >= 0:
            if i + 1 == len(longer):
                raise ValueError("stray %% in format '%s'" % longer)
            if longer[i + 1] not in "dHIjmMSyYfbBaApzZ%":
                raise ValueError("'%s' is a bad directive in format '%s'" % (longer[i + 1], longer))
            directives.append((longer[done:i], longer[i + 1]))
            done = i + 2
            i = longer.find("%", done)
        if len(_pieces) >= 100:
            _pieces.clear()
        known = _pieces[form] = longer, directives, longer[done:]
    return known


def _match_at_once(text, directives, tail):
    """What _match() finds where every number is as long as it can be and what stands between them is the same; else None."""
    at, size, found = 0, len(text), {}
    for before, d in directives:
        if before:
            if not text.startswith(before, at):
                return None
            at += len(before)
            if before[-1].isspace() and at < size and text[at].isspace():
                return None
        width = _WIDTHS.get(d)
        if width is None:
            return None
        end = at + width
        digits = text[at:end]
        if not digits.isdigit() or len(digits) < width:
            return None
        limits = _LIMITS.get(d)
        if limits is not None and not limits[0] <= int(digits) <= limits[1]:
            return None
        found[d] = digits
        at = end
    return (found, at + len(tail)) if text.startswith(tail, at) and not tail[-1:].isspace() else None


def parse(text, form):
    """(year, month, day, hour, minute, second, microsecond, offset or None, name of zone or None)."""
    if not isinstance(text, str):
        raise TypeError(f"strptime() argument 1 must be str, not {type(text).__name__}")
    if not isinstance(form, str):
        raise TypeError(f"strptime() argument 2 must be str, not {type(form).__name__}")
    form, directives, tail = _pieces_of(form)
    matched = _match_at_once(text, directives, tail)
    if matched is None:
        matched = _match(text, 0, form, 0, {})
    if matched is None:
        raise ValueError("time data %r does not match format %r" % (text, form))
    found, end = matched
    if end != len(text):
        raise ValueError("unconverted data remains: %s" % text[end:])
    get = found.get
    year = int(get("Y", 1900))
    if "y" in found:
        year = int(found["y"])
        year += 1900 if year > 68 else 2000
    month, day, hour = int(get("m", 1)), int(get("d", 1)), int(get("H", 0))
    for key in "bB":
        if key in found:
            month = found[key] + 1
    if "I" in found:
        hour = int(found["I"]) % 12 + 12 * get("p", 0)
    if "j" in found and not any(k in found for k in "mbBd"):
        year, month, day = day_of_ordinal(ordinal_of(year, 1, 1) + int(found["j"]) - 1)
    fraction = int(found["f"].ljust(6, "0")) if "f" in found else 0
    return year, month, day, hour, int(get("M", 0)), int(get("S", 0)), fraction, get("z"), get("Z")
