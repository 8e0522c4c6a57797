"""Binary data as text: hexadecimal, base64, quoted-printable and checksums."""

from _hashing import b2a_base64, crc32 as _crc32, decoded_base64 as _decoded_base64, decoded_hex as _decoded_hex


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


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


def _decoded(result):
    if type(result) is str:
        raise Error(result)
    return result


def unhexlify(hexstr):
    return _decoded(_decoded_hex(hexstr if type(hexstr) is bytes else _text_bytes(hexstr)))


a2b_hex = unhexlify


def a2b_base64(data, /, *, strict_mode=False):
    return _decoded(_decoded_base64(data if type(data) is bytes else _text_bytes(data), strict_mode))


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
