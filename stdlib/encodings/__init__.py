"""The encodings that are modules; the others are part of the runtime."""


def normalize_encoding(encoding):
    """The name with "_" for every run of characters between letters, digits and dots; without those that are not ASCII."""
    if isinstance(encoding, bytes):
        encoding = str(encoding, "ascii")
    out, gap = "", False
    for c in encoding:
        if c.isalnum() or c == ".":
            out += ("_" if gap and out else "") + (c if c.isascii() else "")
            gap = False
        else:
            gap = True
    return out
