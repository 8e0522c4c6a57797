"""The encoding punycode (RFC 3492): the ASCII characters, and after the last "-" where the others go between them."""

import codecs

# The parameters of the RFC: base 36, tmin 1, tmax 26, skew 38, damp 700, initial bias 72.
_digits = b"abcdefghijklmnopqrstuvwxyz0123456789"


def _threshold(place, bias):
    return min(max(36 * (place + 1) - bias, 1), 26)


def _adapted(delta, first, count):
    delta = delta // 700 if first else delta // 2
    delta += delta // count
    places = 0
    while delta > 455:
        delta //= 35
        places += 36
    return places + 36 * delta // (delta + 38)


def _write_number(out, number, bias):
    place = 0
    while number >= (threshold := _threshold(place, bias)):
        number, digit = divmod(number - threshold, 36 - threshold)
        out.append(_digits[threshold + digit])
        place += 1
    out.append(_digits[number])


def punycode_encode(text):
    points = [ord(c) for c in text]
    out = bytearray(p for p in points if p < 128)
    done = len(out)
    if done:
        out += b"-"
    base, bias, delta, last = done, 72, 0, 128
    for point in sorted({p for p in points if p >= 128}):
        delta += (point - last) * (done + 1)
        last = point
        for p in points:
            delta += p < point
            if p == point:
                _write_number(out, delta, bias)
                bias = _adapted(delta, done == base, done + 1)
                delta = 0
                done += 1
        delta += 1
        last += 1
    return bytes(out)


def _read_number(data, at, bias, errors):
    """(the number or None, where it ends)"""
    number, weight, place = 0, 1, 0
    while at < len(data):
        char = data[at]
        at += 1
        if "A" <= char <= "Z":
            digit = ord(char) - ord("A")
        elif "0" <= char <= "9":
            digit = ord(char) - ord("0") + 26
        elif errors == "strict":
            raise UnicodeError("Invalid extended code point '%s'" % char)
        else:
            return None, at
        threshold = _threshold(place, bias)
        number += digit * weight
        if digit < threshold:
            return number, at
        weight *= 36 - threshold
        place += 1
    if errors == "strict":
        raise UnicodeError("incomplete punicode string")
    return None, at + 1


def _insert(text, data, errors):
    point, position, bias, at = 128, -1, 72, 0
    while at < len(data):
        number, end = _read_number(data, at, bias, errors)
        if number is None:
            return text                             # what follows cannot be told any more
        position += number + 1
        point += position // (len(text) + 1)
        if point > 0x10FFFF:
            if errors == "strict":
                raise UnicodeError("Invalid character U+%x" % point)
            point = ord("?")
        position %= len(text) + 1
        text = text[:position] + chr(point) + text[position:]
        bias = _adapted(number, at == 0, len(text))
        at = end
    return text


def punycode_decode(text, errors):
    if isinstance(text, str):
        text = text.encode("ascii")
    if isinstance(text, memoryview):
        text = bytes(text)
    end = text.rfind(b"-")
    base = str(text[:end], "ascii", errors) if end >= 0 else ""
    return _insert(base, str(text[end + 1:], "ascii").upper(), errors)


def _check(errors):
    if errors not in ("strict", "replace", "ignore"):
        raise UnicodeError("Unsupported error handling " + errors)


class Codec(codecs.Codec):
    def encode(self, input, errors="strict"):
        return punycode_encode(input), len(input)

    def decode(self, input, errors="strict"):
        _check(errors)
        return punycode_decode(input, errors), len(input)


class IncrementalEncoder(codecs.IncrementalEncoder):
    def encode(self, input, final=False):
        return punycode_encode(input)


class IncrementalDecoder(codecs.IncrementalDecoder):
    def decode(self, input, final=False):
        _check(self.errors)
        return punycode_decode(input, self.errors)


def getregentry():
    return codecs.CodecInfo(Codec().encode, Codec().decode, incrementalencoder=IncrementalEncoder,
                            incrementaldecoder=IncrementalDecoder, name="punycode")
