"""Decimals to text and back: the number syntax, to-scientific-string, and format specifications, for decimal."""


def _digits(text):
    return all(c.isdecimal() for c in text)


def parse(text):
    """(sign, coefficient, exponent, kind) of a number as text, or None."""
    text = text.strip().replace("_", "")
    sign = 0
    if text[:1] in ("+", "-"):
        sign, text = int(text[0] == "-"), text[1:]
    lower = text.lower()
    if lower in ("inf", "infinity"):
        return sign, 0, 0, "F"
    for prefix, kind in (("snan", "N"), ("nan", "n")):
        if lower.startswith(prefix):
            payload = text[len(prefix):]
            return (sign, int(payload or "0"), 0, kind) if _digits(payload) else None
    mantissa, mark, power = lower.partition("e")
    whole, _, fraction = mantissa.partition(".")
    if not whole + fraction or not _digits(whole + fraction):
        return None
    exponent = 0
    if mark:
        unsigned = power[1:] if power[:1] in ("+", "-") else power
        if not unsigned or not _digits(unsigned):
            return None
        exponent = int(power)
    return sign, int(whole + fraction), exponent - len(fraction), None


def _special(number):
    if number._kind == "F":
        return "Infinity"
    return ("sNaN" if number._kind == "N" else "NaN") + (str(number._int) if number._int else "")


def scientific(number, engineering, capitals):
    sign = "-" if number._sign else ""
    if number._kind:
        return sign + _special(number)
    digits = str(number._int)
    left = number._exp + len(digits)                # digits before the point, without an exponent
    if number._exp <= 0 and left > -6:
        point = left
    elif not engineering:
        point = 1
    elif not number._int:
        point = (left + 1) % 3 - 1
    else:
        point = (left - 1) % 3 + 1
    if point <= 0:
        text = "0." + "0" * -point + digits
    elif point >= len(digits):
        text = digits + "0" * (point - len(digits))
    else:
        text = digits[:point] + "." + digits[point:]
    if left != point:
        text += ("E" if capitals else "e") + "%+d" % (left - point)
    return sign + text


def _read(specifier):
    """The parts of a format specification, or None."""
    parts = dict(fill=" ", align="", sign="-", z=False, alternate=False, zero=False, width=0, comma="", precision=None, kind="")
    rest = specifier
    if len(rest) > 1 and rest[1] in "<>=^":
        parts["fill"], parts["align"], rest = rest[0], rest[1], rest[2:]
    elif rest[:1] and rest[0] in "<>=^":
        parts["align"], rest = rest[0], rest[1:]
    if rest[:1] and rest[0] in "+- ":
        parts["sign"], rest = rest[0], rest[1:]
    if rest[:1] == "z":
        parts["z"], rest = True, rest[1:]
    if rest[:1] == "0":
        if parts["align"]:
            return None
        parts["zero"], rest = True, rest[1:]
        parts["fill"], parts["align"] = "0", "="
    count = 0
    while count < len(rest) and rest[count].isdigit():
        count += 1
    parts["width"], rest = int(rest[:count] or "0"), rest[count:]
    if rest[:1] == ",":
        parts["comma"], rest = ",", rest[1:]
    if rest[:1] == ".":
        count = 1
        while count < len(rest) and rest[count].isdigit():
            count += 1
        if count == 1:
            return None
        parts["precision"], rest = int(rest[1:count]), rest[count:]
    if rest and rest[0] in "eEfFgGn%":
        parts["kind"], rest = rest[0], rest[1:]
    return None if rest else parts


def format_decimal(number, specifier, context):
    if not isinstance(specifier, str):
        raise TypeError("format argument must be str")
    parts = _read(specifier)
    if parts is None:
        raise ValueError("invalid format string")
    kind = parts["kind"]
    if number._kind:
        if parts["zero"]:
            parts["fill"], parts["align"] = " ", ">"
        return _fill(number._sign, _special(number) + ("%" if kind == "%" else ""), "", parts)
    if not kind:
        kind = "G" if context.capitals else "g"
    if kind == "n":
        kind = "g"
    if kind == "%":
        number = _shifted(number, 2)
    precision = parts["precision"]
    if precision is not None:
        if kind in "eE":
            number = _to_digits(number, precision + 1, context.rounding)
        elif kind in "fF%":
            number = number._rescaled(-precision, context.rounding)
        elif len(str(number._int)) > (precision or 1):
            number = _to_digits(number, precision or 1, context.rounding)
    if not number._int and number._exp > 0 and kind in "fF%":
        number = number._rescaled(0, context.rounding)
    digits = str(number._int)
    left = number._exp + len(digits)
    if kind in "eE":
        point = 1 - precision if not number._int and precision is not None else 1
    elif kind in "fF%":
        point = left
    else:
        point = left if number._exp <= 0 and left > -6 else 1
    if point < 0:
        whole, fraction = "0", "0" * -point + digits
    elif point > len(digits):
        whole, fraction = digits + "0" * (point - len(digits)), ""
    else:
        whole, fraction = digits[:point] or "0", digits[point:]
    tail = "." + fraction if fraction else ""
    if left != point or kind in "eE":
        tail += ("E" if kind in "EG" else "e") + "%+d" % (left - point)
    if kind == "%":
        tail += "%"
    sign = number._sign
    if parts["z"] and not number._int:
        sign = 0
    return _fill(sign, whole, tail, parts)


def _shifted(number, places):
    shifted = number.copy_abs() if not number._sign else number.copy_abs().copy_negate()
    shifted._exp += places
    return shifted


def _to_digits(number, count, rounding):
    if not number._int:
        return number._rescaled(1 - count, rounding) if number._exp != 1 - count else number
    rounded = number._rescaled(number.adjusted() - count + 1, rounding)
    if len(str(rounded._int)) > count:
        rounded = rounded._rescaled(rounded._exp + 1, rounding)
    return rounded


def _fill(sign, whole, tail, parts):
    mark = "-" if sign else parts["sign"] if parts["sign"] in "+ " else ""
    if parts["comma"]:
        if parts["zero"]:
            wanted = parts["width"] - len(mark) - len(tail)
            while len(_grouped(whole)) < wanted:
                whole = "0" + whole
        whole = _grouped(whole)
    body = whole + tail
    missing = parts["width"] - len(mark) - len(body)
    if missing <= 0:
        return mark + body
    pad, align = parts["fill"] * missing, parts["align"] or ">"
    if align == "<":
        return mark + body + pad
    if align == ">":
        return pad + mark + body
    if align == "=":
        return mark + pad + body
    half = missing // 2
    return pad[:half] + mark + body + pad[half:]


def _grouped(whole):
    if not whole.isdigit():
        return whole
    groups = []
    while len(whole) > 3:
        groups.insert(0, whole[-3:])
        whole = whole[:-3]
    return ",".join([whole] + groups)
