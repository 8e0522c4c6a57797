class Part:
    def __init__(self, name, count):
        self.name = name
        self.count = count

    @property
    def share(self):
        return 100 / self.count


def weight(part):
    try:
        return part.share
    except ZeroDivisionError:
        raise ValueError(f"part {part.name!r} has no count")
