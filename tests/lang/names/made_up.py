# Methods whose names stand nowhere in the text: getattr with a name that is computed.
def called(thing, *parts):
    return getattr(thing, "".join(parts))()


print(called("some words", "ti", "tle"), called("some words", "swap", "case"), called(b"ab", "he", "x"))
print(called(10, "bit_", "count"), called([1, 2], "co", "py"), called({1: 2}, "popi", "tem"))
for name in sorted(set(dir(str)) - set(dir(bytes))):
    if name.startswith("is"):
        print(name, getattr("Abc1", name)())
