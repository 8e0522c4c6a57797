"""The patterns of warning filters. A program that imports re gets its answers; the others, whose patterns are plain text,
dots and repetitions, are spared that module, which is large."""
import sys

_made = {}                                          # so that equal filters are equal
_REPETITIONS = {"*": (0, None), "+": (1, None), "?": (0, 1)}


def _parts(pattern):
    """(character, least, most) each; the character None: any but a newline, "$": the end."""
    found, at = [], 0
    while at < len(pattern):
        character = pattern[at]
        at += 1
        if character == "^" and not found:
            continue
        if character in "[](){}|^*+?" or (character == "\\" and (at == len(pattern) or pattern[at].isalnum())):
            raise NotImplementedError(f"the pattern {pattern!r} of a warning filter needs module re, which the program does not import")
        if character == "\\":
            character = pattern[at]
            at += 1
        elif character == ".":
            character = None
        elif character == "$":
            found.append(("$", 0, 0))
            continue
        repetition = pattern[at:at + 1]
        if repetition and repetition in _REPETITIONS:
            at += 1 + (pattern[at + 1:at + 2] == "?")           # lazy ones match the same texts
            found.append((character, *_REPETITIONS[repetition]))
        else:
            found.append((character, 1, 1))
    return found


def _matches(parts, text, part, at):
    if part == len(parts):
        return True
    character, least, most = parts[part]
    if (character, most) == ("$", 0):
        return at == len(text) or text[at:] == "\n"
    count = 0
    while True:
        if count >= least and _matches(parts, text, part + 1, at + count):
            return True
        if count == most or at + count == len(text) or text[at + count] != (character or text[at + count]) or (
                character is None and text[at + count] == "\n"):
            return False
        count += 1


def matcher(pattern, ignore_case=False):
    """What says whether a text begins with something the pattern describes."""
    re = sys.modules.get("re")
    if re is not None:
        return re.compile(pattern, re.I if ignore_case else 0).match
    key = pattern, ignore_case
    if key not in _made:
        parts = _parts(pattern.lower() if ignore_case else pattern)
        _made[key] = lambda text: _matches(parts, text.lower() if ignore_case else text, 0, 0)
    return _made[key]
