"""Random patterns on random texts: everything a match tells, by every way to look for one."""
import random
import re
import warnings

warnings.simplefilter("ignore")
ATOMS = ["a", "b", "c", "A", "ab", ".", "[ab]", "[^a]", r"\w", r"\W", r"\d", r"\s", r"\b", r"\B", "^", "$", r"\A", r"\Z", "[a-c]",
         r"[\d_]", "(?i:b)", "é", "[à-ü]", "É", "(?s:.)", "ß", "(?:)", "[^\\W\\d]", "\\n", "ab|A"]
REPEATS = ["*", "+", "?", "*?", "+?", "??", "{1,2}", "{2}", "{0,3}?", "{1,}"]


def pattern(depth):
    kind = random.random()
    if depth == 0 or kind < 0.25:
        return random.choice(ATOMS)
    inner = pattern(depth - 1)
    if kind < 0.45:
        return inner + pattern(depth - 1)
    if kind < 0.55:
        return f"({inner}|{pattern(depth - 1)})"
    if kind < 0.62:
        return f"(?:{inner}|{pattern(depth - 1)}|{pattern(depth - 1)})"
    if kind < 0.70:
        return f"({inner})"
    if kind < 0.92:
        return f"({'?:' if random.random() < 0.7 else ''}{inner}){random.choice(REPEATS)}"
    if kind < 0.94:
        return f"(?={inner})"
    if kind < 0.96:
        return f"(?!{inner})"
    if kind < 0.98:
        return f"(?<={random.choice(['a', 'ab', '[ab]', 'a$', '^a', '.b'])})"
    return r"(a)?\1" if kind < 0.99 else f"(a)(?(1)b|{inner})"


def show(source, text, flags):
    try:
        compiled = re.compile(source, flags)
    except re.error as error:
        return f"error {error}"
    found = [getattr(compiled, name)(text) for name in ("search", "match", "fullmatch")]
    found.append(compiled.search(text, 1, len(text) - 1))
    shown = [match and (match.regs, match.groups(), match.lastindex, match.pos, match.endpos) for match in found]
    shown.append([match.span() for match in compiled.finditer(text)])
    replacement = r"<\g<0>>" if isinstance(source, str) else rb"<\g<0>>"
    return shown, compiled.split(text), compiled.subn(replacement, text, 3), compiled.findall(text), compiled.sub(lambda match: match[0] * 2, text)


random.seed(11)
flags = [0, 0, re.I, re.M, re.S, re.A, re.I | re.A, re.X]
for round in range(1500):
    source = pattern(random.randrange(1, 5))
    alphabet = "aabbcA1_ é\nÉß" if round % 2 else "aabbcA1_ é\nÉßЖ😀"
    text = "".join(random.choice(alphabet) for _ in range(random.randrange(12)))
    chosen = random.choice(flags)
    print(repr(source), repr(text), show(source, text, chosen))
    if round % 3 == 0 and text.isascii():
        chosen &= ~re.A
        print(show(source.encode("latin-1"), bytearray(text, "ascii"), chosen))
