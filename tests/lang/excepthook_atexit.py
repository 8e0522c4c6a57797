import sys
def hook(t, v, tb):
    print("hook", t.__name__, v, tb.tb_lineno)
sys.excepthook = hook
import atexit
atexit.register(lambda: print("atexit"))
raise ValueError("x")
