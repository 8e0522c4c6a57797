print("import", __name__)
from .model import Order
from . import deep
