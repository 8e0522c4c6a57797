from . import parts as _p


def run(items):
    return [_p.weight(i) for i in items]
