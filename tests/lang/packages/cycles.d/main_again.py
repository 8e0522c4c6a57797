import sys
name = sys.modules["__main__"].__name__, hasattr(sys.modules["__main__"], "ring")
