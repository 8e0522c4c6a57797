class A:
    def f(self): pass
import sys, traceback
def tracer(frame, event, arg):
    print(event, frame.f_code.co_name, frame.f_lineno)
    return tracer
def foo(): return 1
def prof(frame, event, arg):
    if event in ("call", "return"): print("P", event, frame.f_code.co_name)
sys.setprofile(prof); foo(); sys.setprofile(None)
try: A().g
except AttributeError as e: print(traceback.format_exception_only(e))
try: A().__foo
except AttributeError as e: print(e)
print(sys._getframe().f_code.co_name, sys.getrefcount([]) >= 1, sys.getsizeof(1) > 0)
try: sys.setrecursionlimit(0)
except ValueError as e: print(e)
try: sys._getframe(100)
except ValueError as e: print(e)
print(traceback.extract_stack()[-1].name)
try: exec
except NameError: pass
def unraisable(u): print("UN", u.exc_type, u.exc_value, u.err_msg, u.object.__qualname__)
sys.unraisablehook = unraisable
class D:
    def __del__(self): 1/0
D()
sys.displayhook(5)
print(sys.float_info.dig, sys.hash_info.width, sys.int_info, sys.version_info >= (3, 8), sys.platform in ("linux", "wasi", "emscripten"), sys.getdefaultencoding())
import math as mm
try: mm.nope
except AttributeError as e: print(e)
try: print(undefined_thing)
except NameError as e: print(e, e.name)
def u():
    print(loc); loc = 1
try: u()
except UnboundLocalError as e: print(e)
tb = None
try: 1/0
except ZeroDivisionError as e: tb = e.__traceback__; print(tb.tb_lineno, tb.tb_next, tb.tb_frame.f_globals is globals())
print(traceback.format_tb(tb))
e = ValueError(1); e2 = e.with_traceback(tb); print(e2 is e, e.__traceback__ is tb)
print([c.__name__ for c in ExceptionGroup.__mro__])
class EG(ExceptionGroup):
    def derive(self, excs): return EG(self.message + "!", excs)
eg = EG("m", [ValueError(1), TypeError(2)]); print(repr(eg.split(ValueError)[0]))
try: raise eg
except* ValueError as g: print(type(g).__name__, g.message)
except* TypeError as g: print(g.exceptions)
try:
    try: raise ValueError("solo")
    except* ValueError as g: print(repr(g)); raise
except BaseException as b: print(repr(b))
