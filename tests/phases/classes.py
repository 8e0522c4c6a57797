class Base:
    """Doc."""

    count: int = 0
    names = [n for n in range(count)]

    def __init__(self, __x):
        self.__x = __x
        super().__init__()


def make(bases, limit):
    class Made(*bases, metaclass=type, **limit):
        limit = limit
        here = bases

        class Inner:
            pass

    return Made
