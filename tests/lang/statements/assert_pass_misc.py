# assert, pass, ellipsis bodies, global statements, semicolons, line joining, docstrings and literals as statements.
"""module docstring is the first statement only after comments"""
import sys
print(__doc__)


def doc():
    "doc of function"
    return doc.__doc__


def nodoc():
    x = "not a doc"
    "nor this"


def fdoc():
    f"formatted is no doc"


def bdoc():
    b"bytes neither"


def joined():
    "joined " "docs"


class D: "class doc"
class E:
    x = 1
    "late"


print(doc(), nodoc.__doc__, fdoc.__doc__, bdoc.__doc__, joined.__doc__, D.__doc__, E.__doc__, (lambda: 0).__doc__)
if 1: a = 1; b = 2; print(a, b)
for i in (1, 2): print(i, end=";"); continue
print()
while True: a += 1; break
class F: x = 1; y = x + 1
def g(): return 1; print("unreachable")
print(a, F.y, g())
x = 1 + \
    2
y = (1 +   # comment
     2

     + 3)
z = [1,
     2,
     ]
s = "a\
b" 'c'
t = """one
two\
 joined"""
print(x, y, z, s, repr(t)); print("two on a line")
...
5
"literal"
pass
None; True; 1.5; b""; ()
lambda: 1 / 0
def h(): ...
class K: ...
def h2(): pass
print(h(), K().__class__.__name__, h2(), ... is Ellipsis)
for cond, msg in ((True, "m"), (False, None), (False, "text"), (False, ("tuple", 1)), ([], 5), (0, ""), ("", KeyError("k"))):
    try:
        if msg is None: assert cond
        else: assert cond, msg
        print("passed", cond)
    except AssertionError as e:
        print(repr(e), e.args, str(e))
evaluated = []
assert True, evaluated.append("never")
try:
    assert evaluated, evaluated.append("message evaluated") or "msg"
except AssertionError as e:
    print(e, evaluated)
print(__debug__)
if __debug__: print("debug on")
try: raise ValueError
except ValueError: pass
else: print("no")
finally: print("one-line finally")
with open("/dev/null") as f1, open("/dev/null") as f2: pass
print(f1.closed, f2.closed)
if a: pass
elif b: print("no")
else: print("no")
if not a: pass
elif b == 2: print("elif")
if (n := 10) > 5: print(n)
def late(): return defined_later
defined_later = "ok"
print(late())
def redefined(): return 1
def redefined(): return 2
print(redefined())
if a:
    def cond_def(): return "if branch"
else:
    def cond_def(): return "else branch"
print(cond_def())
for _ in range(2):
    def in_loop(v=_): return v
print(in_loop())
def outer():
    global made_global
    def made_global(): return "global function"
    class Inner: pass
    import math as m
    return Inner.__qualname__, m.__name__
print(outer(), made_global(), made_global.__qualname__)
	
if True:
	tab = "indented by a tab"
	if tab:
	        print(tab)
print("é", "日本", "\N{SNOWMAN}", '\'', "\"", '"', r'\'', "\\", "tab\t.", "\x7f".isprintable(), "nul\0".encode())
print(0 or "last line without newline", end="")
