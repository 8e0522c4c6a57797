"""Binary data as text: hexadecimal, base64, quoted-printable and checksums."""

from _hashing import crc32 as _crc32


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


_ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_VALUES = {c: i for i, c in enumerate(_ALPHABET)}
_HEX_DIGITS = frozenset(b"0123456789abcdefABCDEF")


def _text_bytes(data):
    """What the functions that decode take: ASCII text or bytes."""
    if isinstance(data, str):
        try:
            return data.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters") from None
    try:
        return bytes(memoryview(data))
    except TypeError:
        raise TypeError(f"argument should be bytes, buffer or ASCII string, not {type(data).__name__!r}") from None


def _view(data):
    try:
        return memoryview(data)
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not {type(data).__name__!r}") from None


def hexlify(data, sep=None, bytes_per_sep=1):
    view = _view(data)
    return (view.hex() if sep is None else view.hex(sep, bytes_per_sep)).encode("ascii")


b2a_hex = hexlify


def unhexlify(hexstr):
    data = _text_bytes(hexstr)
    if len(data) % 2:
        raise Error("Odd-length string")
    if any(c not in _HEX_DIGITS for c in data):
        raise Error("Non-hexadecimal digit found")
    return bytes.fromhex(data.decode("ascii"))


a2b_hex = unhexlify


def b2a_base64(data, *, newline=True):
    data = bytes(_view(data))
    out = bytearray()
    for i in range(0, len(data) - 2, 3):
        n = data[i] << 16 | data[i + 1] << 8 | data[i + 2]
        out.append(_ALPHABET[n >> 18])
        out.append(_ALPHABET[n >> 12 & 63])
        out.append(_ALPHABET[n >> 6 & 63])
        out.append(_ALPHABET[n & 63])
    left = len(data) % 3
    if left == 1:
        n = data[-1]
        out += bytes((_ALPHABET[n >> 2], _ALPHABET[(n & 3) << 4])) + b"=="
    elif left == 2:
        n = data[-2] << 8 | data[-1]
        out += bytes((_ALPHABET[n >> 10], _ALPHABET[n >> 4 & 63], _ALPHABET[(n & 15) << 2])) + b"="
    if newline:
        out += b"\n"
    return bytes(out)


def a2b_base64(data, /, *, strict_mode=False):
    data = _text_bytes(data)
    out = bytearray()
    quad = pads = left = 0
    if strict_mode and data and data[0] == 61:
        raise Error("Leading padding not allowed")
    for i, c in enumerate(data):
        if c == 61:
            pads += 1
            if quad >= 2 and quad + pads >= 4:
                if strict_mode and i + 1 < len(data):
                    raise Error("Excess data after padding")
                return bytes(out)
            if strict_mode and quad < 2:
                raise Error("Discontinuous padding not allowed" if quad else "Excess data after padding")
            continue
        value = _VALUES.get(c)
        if value is None:
            if strict_mode:
                raise Error("Only base64 data is allowed")
            continue
        if strict_mode and pads:
            raise Error("Discontinuous padding not allowed")
        pads = 0
        if quad == 0:
            left = value
        elif quad == 1:
            out.append(left << 2 | value >> 4)
            left = value & 15
        elif quad == 2:
            out.append(left << 4 | value >> 2)
            left = value & 3
        else:
            out.append(left << 6 | value)
        quad = (quad + 1) % 4
    if quad == 1:
        raise Error("Invalid base64-encoded string: number of data characters (%d) cannot be 1 more than a multiple of 4" % (len(out) // 3 * 4 + 1))
    if quad:
        raise Error("Incorrect padding")
    return bytes(out)


def crc32(data, value=0, /):
    return _crc32(data, value)


def crc_hqx(data, crc, /):
    for byte in bytes(_view(data)):
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1 ^ 0x1021 if crc & 0x8000 else crc << 1) & 0xFFFF
    return crc


def b2a_uu(data, /, *, backtick=False):
    data = bytes(_view(data))
    if len(data) > 45:
        raise Error("At most 45 bytes at once")
    letter = lambda v: 96 if v == 0 and backtick else v + 32
    out = bytearray((letter(len(data)),))
    padded = data + bytes(-len(data) % 3)
    for i in range(0, len(padded), 3):
        n = int.from_bytes(padded[i:i + 3], "big")
        out += bytes(letter(n >> shift & 63) for shift in (18, 12, 6, 0))
    return bytes(out + b"\n")


def a2b_uu(data, /):
    data = _text_bytes(data)
    size = (data[0] - 32) & 63
    bits, out = 0, bytearray()
    body = data[1:].rstrip(b"\r\n")
    body += b" " * ((size + 2) // 3 * 4 - len(body))
    for i in range(0, len(body) - len(body) % 4, 4):
        bits = 0
        for c in body[i:i + 4]:
            if not 32 <= c <= 96:
                raise Error("Illegal char")
            bits = bits << 6 | (c - 32) & 63
        out += bits.to_bytes(3, "big")
    return bytes(out[:size])
