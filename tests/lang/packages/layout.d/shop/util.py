print("import", __name__)
__all__ = ["helper", "COUNT"]
COUNT = 1
_private = "hidden"


def helper(n):
    return n * COUNT


def bump():
    global COUNT
    COUNT += 1
    return COUNT
