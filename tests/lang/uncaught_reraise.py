def f():
    assert 1 == 2, "msg"
try:
    f()
except AssertionError:
    raise
