"""Escaping of text for HTML, and back."""

from html.entities import html5 as _html5

__all__ = ["escape", "unescape"]

# What a numeric reference to these code points means instead (HTML 5, 13.2.5.80): C1 controls are Windows-1252.
_REPLACED = {0: "\ufffd", 0x0D: "\r"} | {
    code: bytes((code,)).decode("latin-1") if code in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else text for code, text in zip(range(0x80, 0xA0), (
        "\u20ac \x81 \u201a \u0192 \u201e \u2026 \u2020 \u2021 \u02c6 \u2030 \u0160 \u2039 \u0152 \x8d \u017d \x8f "
        "\x90 \u2018 \u2019 \u201c \u201d \u2022 \u2013 \u2014 \u02dc \u2122 \u0161 \u203a \u0153 \x9d \u017e \u0178").split(" "))}


def escape(s, quote=True):
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return s.replace('"', "&quot;").replace("'", "&#x27;") if quote else s


def _is_dropped(code):
    return 1 <= code <= 8 or code == 0xB or 0xE <= code <= 0x1F or 0x7F <= code <= 0x9F or 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE


def _numeric(digits, base):
    code = int(digits, base)
    if code in _REPLACED:
        return _REPLACED[code]
    if 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return "\ufffd"
    return "" if _is_dropped(code) else chr(code)


def _reference(s, at):
    """(text, end) of the reference whose '&' is before s[at]; None when there is none."""
    end = at
    if s[at:at + 1] == "#":
        base, digits = (16, "0123456789abcdefABCDEF") if s[at + 1:at + 2] in ("x", "X") else (10, "0123456789")
        start = end = at + (2 if base == 16 else 1)
        while end < len(s) and s[end] in digits:
            end += 1
        if end == start:
            return None
        return _numeric(s[start:end], base), end + (s[end:end + 1] == ";")
    while end < len(s) and end - at < 32 and s[end] not in "\t\n\f <&#;":
        end += 1
    if end == at:
        return None
    if s[end:end + 1] == ";":
        end += 1
    name = s[at:end]
    if name in _html5:
        return _html5[name], end
    for size in range(len(name) - 1, 1, -1):             # the longest known beginning
        if name[:size] in _html5:
            return _html5[name[:size]], at + size
    return None


def unescape(s):
    if "&" not in s:
        return s
    out, start = [], 0
    while True:
        at = s.find("&", start)
        if at < 0:
            out.append(s[start:])
            return "".join(out)
        out.append(s[start:at])
        found = _reference(s, at + 1)
        if found is None:
            out.append("&")
            start = at + 1
        else:
            out.append(found[0])
            start = found[1]
