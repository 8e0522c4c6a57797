# test: stderr=full
# An uncaught chain: context, cause, notes, and frames with and without carets.
class AppError(Exception):
    """With a message of several lines."""


def parse(text):
    return int(text)


def load(items):
    out = []
    for i, item in enumerate(items):
        try:
            out.append(parse(item))
        except ValueError as e:
            e.add_note(f"item {i}")
            e.add_note("second\nnote")
            raise AppError("cannot load\nitems") from e
    return out


def main():
    try:
        load(["1", "x"])
    except AppError as e:
        cleanup = {"done": []}
        cleanup["missing"].append(e)


main()
