"""Shell patterns for names: *, ?, [seq] and [!seq]."""

import functools
import os

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]


@functools.lru_cache(maxsize=512)
def _parse(pattern):
    """The pattern as a list of '*', '?', (negated, ranges) and literal characters; and as parts of a regular expression."""
    items, text = [], []
    i = 0
    while i < len(pattern):
        c = pattern[i]
        i += 1
        if c == "*":
            if not items or items[-1] != ("*",):
                items.append(("*",))
                text.append("*")
        elif c == "?":
            items.append(("?",))
            text.append(".")
        elif c == "[":
            j = i
            if j < len(pattern) and pattern[j] == "!":
                j += 1
            if j < len(pattern) and pattern[j] == "]":
                j += 1
            while j < len(pattern) and pattern[j] != "]":
                j += 1
            if j >= len(pattern):
                items.append(("c", "["))
                text.append("\\[")
            else:
                inside = pattern[i:j]
                i = j + 1
                items.append(("set", inside[:1] == "!", _ranges(inside.removeprefix("!"))))
                text.append(_set_text(inside))
        else:
            items.append(("c", c))
            text.append(_escaped(c))
    return items, text


def _escaped(c):
    if c in "\t\n\r\x0b\x0c" or c in "()[]{}?*+-|^$\\.&~# ":
        return "\\" + c
    return c


def _ranges(inside):
    result, i = [], 0
    while i < len(inside):
        if i + 2 < len(inside) and inside[i + 1] == "-":
            if inside[i] <= inside[i + 2]:
                result.append((inside[i], inside[i + 2]))
            i += 3
        else:
            result.append((inside[i], inside[i]))
            i += 1
    return result


def _set_text(inside):
    if "-" not in inside:
        text = inside.replace("\\", r"\\")
    else:
        chunks, i = [], 0
        k = 2 if inside[0] == "!" else 1
        rest = inside
        while True:
            k = rest.find("-", k)
            if k < 0:
                break
            chunks.append(rest[i:k])
            i = k + 1
            k = k + 3
        chunk = rest[i:]
        if chunk:
            chunks.append(chunk)
        else:
            chunks[-1] += "-"
        for k in range(len(chunks) - 1, 0, -1):
            if chunks[k - 1][-1] > chunks[k][0]:
                chunks[k - 1] = chunks[k - 1][:-1] + chunks[k][1:]
                del chunks[k]
        text = "-".join(c.replace("\\", r"\\").replace("-", r"\-") for c in chunks)
    for special in "&~|":
        text = text.replace(special, "\\" + special)
    if not text:
        return "(?!)"
    if text == "!":
        return "."
    if text[0] == "!":
        text = "^" + text[1:]
    elif text[0] in ("^", "["):
        text = "\\" + text
    return f"[{text}]"


def translate(pat):
    """The regular expression that means the same."""
    parts = _parse(pat)[1]
    out, i = [], 0
    while i < len(parts) and parts[i] != "*":
        out.append(parts[i])
        i += 1
    group = 0
    while i < len(parts):
        i += 1
        if i == len(parts):
            out.append(".*")
            break
        fixed = []
        while i < len(parts) and parts[i] != "*":
            fixed.append(parts[i])
            i += 1
        fixed = "".join(fixed)
        if i == len(parts):
            out.append(".*" + fixed)
        else:
            out.append(f"(?>.*?{fixed})")
            group += 1
    return rf"(?s:{''.join(out)})\Z"


def _fits(item, c):
    if item[0] == "c":
        return item[1] == c
    if item[0] == "?":
        return True
    return any(low <= c <= high for low, high in item[2]) != item[1]


def _matches(name, items):
    # Only the last star has to be tried again: an earlier one could not do better.
    i = at = 0
    star = back = -1
    while at < len(name):
        if i < len(items) and items[i][0] == "*":
            star, back = i, at
            i += 1
        elif i < len(items) and _fits(items[i], name[at]):
            i += 1
            at += 1
        elif star >= 0:
            back += 1
            i, at = star + 1, back
        else:
            return False
    return all(item[0] == "*" for item in items[i:])


def fnmatchcase(name, pat):
    if isinstance(pat, bytes):
        if isinstance(name, str):
            raise TypeError("cannot use a bytes pattern on a string-like object")
        return _matches(str(name, "latin-1"), _parse(str(pat, "latin-1"))[0])
    if isinstance(name, bytes):
        raise TypeError("cannot use a string pattern on a bytes-like object")
    return _matches(name, _parse(pat)[0])


def fnmatch(name, pat):
    return fnmatchcase(os.path.normcase(name), os.path.normcase(pat))


def filter(names, pat):
    return [name for name in names if fnmatchcase(name, pat)]
