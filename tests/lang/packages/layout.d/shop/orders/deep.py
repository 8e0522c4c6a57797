print("import", __name__)
from ..util import COUNT as up_two
from .model import LOG as sibling


def chain():
    from . import model
    from .. import orders
    return model.__name__, orders.__name__


def where():
    try:
        from ... import beyond
    except ImportError as e:
        return type(e).__name__, str(e)
