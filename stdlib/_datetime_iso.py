"""Dates and times in ISO 8601's forms, as the fromisoformat() methods read them. What is no such form gives None."""
from _datetime_text import day_of_ordinal, iso_week, ordinal_of


def _digits(text, length):
    return int(text) if len(text) == length and text.isascii() and text.isdigit() else None


def _day_of_week_date(year, week, weekday):
    fourth = ordinal_of(year, 1, 4)                 # which is in week 1
    monday = fourth - (fourth + 6) % 7
    if not 1 <= weekday <= 7 or not 1 <= week <= 53 or (week == 53 and iso_week(*day_of_ordinal(monday + 364))[1] != 53):
        return None
    return day_of_ordinal(monday + (week - 1) * 7 + weekday - 1)


def parse_date(text):
    """(year, month, day) of YYYY-MM-DD, YYYYMMDD, YYYY-Www, YYYY-Www-D, YYYYWww or YYYYWwwD."""
    year = _digits(text[:4], 4)
    dashed = text[4:5] == "-"
    rest = text[5:] if dashed else text[4:]
    if rest[:1] == "W":
        week, day = rest[1:3], rest[3:]
        if day and dashed:
            day = day[1:] if day[0] == "-" and len(day) == 2 else "?"
        numbers = year, _digits(week, 2), _digits(day, 1) if day else 1
        return None if None in numbers or not year else _day_of_week_date(*numbers)
    if dashed and rest[2:3] != "-":
        return None
    numbers = year, _digits(rest[:2], 2), _digits(rest[3:] if dashed else rest[2:], 2)
    return None if None in numbers else numbers


def _parse_clock(text):
    """(hour, minute, second, microsecond) of HH[:MM[:SS[.fraction]]], with colons or without."""
    numbers, colon = [], text[2:3] == ":"
    at = 0
    while True:
        number = _digits(text[at:at + 2], 2)
        if number is None:
            return None
        numbers.append(number)
        at += 2
        if at == len(text):
            break
        if len(numbers) == 3:
            fraction = text[at + 1:]
            if text[at] not in ".," or not fraction.isascii() or not fraction.isdigit():
                return None
            return (*numbers, int((fraction + "00000")[:6]))
        if colon:
            if text[at] != ":":
                return None
            at += 1
    return (*numbers, *[0] * (4 - len(numbers)))


def parse_time(text):
    """((hour, minute, second, microsecond), offset in microseconds or None)."""
    zone = None
    if text.endswith("Z"):
        text, zone = text[:-1], 0
    else:
        at = max(text.find("+"), text.find("-"))
        if at >= 0:
            offset = _parse_clock(text[at + 1:])
            if offset is None:
                return None
            zone = (offset[0] * 3600 + offset[1] * 60 + offset[2]) * 1000000 + offset[3]
            zone = -zone if text[at] == "-" else zone
            text = text[:at]
    clock = _parse_clock(text)
    return None if clock is None else (clock, zone)


def _length_of_date(text):
    """Where the separator of date and time is, which may be any character."""
    if text[4:5] == "-":
        if text[5:6] != "W":
            return 10
        return 10 if text[8:9] == "-" and not text[10:11].isdigit() else 8
    if text[4:5] != "W":
        return 8
    end = 7
    while text[end:end + 1].isdigit():
        end += 1
    return end if end < 9 else 7 + end % 2


def parse_moment(text):
    """What parse_date() and parse_time() say of the parts, or None."""
    if len(text) < 7:
        return None
    length = _length_of_date(text)
    day, clock = parse_date(text[:length]), parse_time(text[length + 1:]) if len(text) > length else ((0, 0, 0, 0), None)
    return None if day is None or clock is None else (day, clock)
