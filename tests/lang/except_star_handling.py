import sys
try: raise ExceptionGroup("a", [ValueError(1), TypeError(2)])
except* ValueError as g:
    print(repr(sys.exception()), repr(sys.exc_info()[1]))
except* TypeError:
    print(repr(sys.exception()))
try:
    try: raise KeyError("k")
    except* KeyError as g:
        print(repr(g), repr(sys.exception()), g.__context__)
        raise
except BaseException as e: print(repr(e), repr(e.__context__))
try:
    try: raise ExceptionGroup("a", [ValueError(1), TypeError(2)])
    except* ValueError: raise
except BaseException as e: print(repr(e))
try:
    try: raise KeyboardInterrupt
    except* KeyboardInterrupt as g: print(type(g))
except BaseException as e: print(repr(e))
