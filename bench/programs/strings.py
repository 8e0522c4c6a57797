"""Building strings by concatenation, join and formatting."""


def build(n):
    text = ""
    for i in range(n):
        text += str(i % 10)
    parts = []
    for i in range(n):
        parts.append("%d:%s" % (i, text[i]))
    joined = ",".join(parts)
    formatted = [f"{i:05d}|{i / 7:.3f}" for i in range(n // 2)]
    return len(text), len(joined), formatted[-1]


for _ in range(3):
    print(build(120000))
