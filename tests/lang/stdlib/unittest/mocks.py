# Mocks: attributes and calls, what they remember, what assertions say; patching attributes and items.
import re
import sys
import unittest
from unittest.mock import ANY, DEFAULT, MagicMock, Mock, NonCallableMock, PropertyMock, call, mock_open, patch, seal, sentinel


def say(f, *args, **kwargs):
    try:
        print(re.sub(r"id='\d+'", "id", repr(f(*args, **kwargs))))
    except BaseException as e:
        print(type(e).__name__, re.sub(r"id='\d+'", "id", str(e)))


m = Mock()
say(lambda: m)
say(lambda: m.a.b())
say(lambda: m.a.b().c)
print(m.called, m.a.b.called, m.a.b.call_count, m.mock_calls, m.method_calls, m.a is m.a, m() is m())
m(1, x=2)
m.a.b(3)(4)
print(m.call_args, m.call_args_list, m.mock_calls, m.method_calls, m.call_args.args, m.call_args.kwargs)
for name, args in (("assert_called", ()), ("assert_not_called", ()), ("assert_called_once", ()), ("assert_called_with", (1,)), ("assert_called_once_with", (1,)),
                   ("assert_any_call", (7,)), ("assert_any_call", ()), ("assert_has_calls", ([call(1, x=2), call.a.b(3)],)), ("assert_has_calls", ([call(9)],)),
                   ("assert_has_calls", ([call(9), call()], True))):
    say(getattr(m, name), *args)
fresh = Mock(name="fresh")
say(lambda: fresh); say(lambda: fresh.x); say(fresh.assert_called); say(fresh.assert_called_with, 1, a=2); say(fresh.assert_called_once); fresh.assert_not_called()
fresh(1)
say(fresh.assert_called_with, 2); say(fresh.assert_not_called); fresh.assert_called_once_with(ANY)
fresh.reset_mock()
print(fresh.called, fresh.call_args, fresh.mock_calls)
say(lambda: m.assert_caled); say(lambda: m.__len__); say(lambda: len(Mock()))

m = Mock(return_value=3, side_effect=[1, ValueError("two"), DEFAULT])
say(m); say(m); say(m); say(m)
m.side_effect = lambda x: x * 2
say(m, 4)
m.side_effect = KeyError
say(m)
m.side_effect = None
say(m)
m = Mock(**{"method.return_value": 5, "value": 6})
print(m.method(), m.value)
m.configure_mock(other=7)
print(m.other)


class Thing:
    size = 3

    def run(self, x):
        return x

    def __len__(self):
        return 9


for make in (lambda: Mock(spec=Thing), lambda: Mock(Thing()), lambda: Mock(spec_set=Thing), lambda: MagicMock(spec=Thing), lambda: Mock(spec=["run"])):
    m = make()
    say(lambda: m); say(lambda: m.missing); say(lambda: m.run(1)); say(lambda: isinstance(m, Thing)); say(setattr, m, "missing", 1); say(len, m)
m = Mock(wraps=Thing())
print(m.run(8), m.run.mock_calls)

mm = MagicMock()
print(len(mm), bool(mm), int(mm), list(mm), 3 in mm, float(mm), mm == mm, mm == 3, mm != 3, hash(mm) == hash(mm))
say(lambda: mm[1]); say(lambda: mm + 1); say(lambda: mm < 1)
mm.__len__.return_value = 4
mm.__getitem__.side_effect = lambda key: key * 2
mm.__iter__.return_value = [1, 2]
mm.__str__ = lambda self: "shown"
mm.__enter__.return_value = "entered"
with mm as entered:
    print(entered, len(mm), mm["a"], list(mm), list(mm), str(mm))
mm[5] = 6
print(mm.__setitem__.call_args, [c for c in mm.mock_calls if c[0] in ("__setitem__", "__getitem__")])
say(lambda: MagicMock(spec=["x"]) + 1)
del mm.gone
say(lambda: mm.gone); say(lambda: hasattr(mm, "gone"))
parent = Mock()
parent.child = Mock()
parent.child(1)
named = Mock(name="n")
parent.named = named
named(2)
parent.attach_mock(named, "attached")
named(3)
print(parent.mock_calls, call.a(1)(2).b.call_list(), call, call.x, call(1, a=2), call(1) == ((1,),), call.a(1) == ("a", (1,), {}), call() == call(1))
print(sentinel.one, sentinel.one is sentinel.one, sentinel.one == sentinel.two, ANY == 3, ANY, DEFAULT)
print(isinstance(Mock(), Mock), callable(Mock()), callable(NonCallableMock()), Mock() == Mock(), "x" in dir(Mock(x=1)))
seal(parent)
say(lambda: parent.new); say(setattr, parent, "new", 1)

VALUE = 1
this = sys.modules[__name__]


def function():
    return VALUE


@patch("__main__.VALUE", 5)
@patch("__main__.function")
def patched(mocked):
    say(lambda: mocked)
    return VALUE, mocked is function


print(patched(), VALUE, function())
with patch.object(Thing, "size", 8) as new, patch.object(Thing, "run", return_value="mocked") as run:
    print(new, Thing.size, Thing().run(1), run.mock_calls)
print(Thing.size, Thing().run(1))
say(patch("__main__.missing").start); say(patch, "nodots"); say(patch.object, "text", "x"); say(lambda: patch.object(Thing, "size", 1, extra=2).start())
patcher = patch("__main__.VALUE")
started = patcher.start()
print(started is VALUE)
print(patcher.stop(), VALUE, patcher.stop())
with patch.object(this, "created", 3, create=True):
    print(created)
say(lambda: created)
items = {"a": 1}
with patch.dict(items, {"b": 2}, c=3):
    print(items)
with patch.dict(items, clear=True):
    print(items)
print(items)
with patch.multiple(Thing, size=DEFAULT, run=4) as mocks:
    print(sorted(mocks), Thing.run)
with patch("__main__.Thing", spec=True) as cls:
    say(lambda: cls); say(lambda: cls().run(1)); say(lambda: cls.nothing); say(lambda: cls().nothing)
with patch.object(Thing, "size", new_callable=PropertyMock, return_value=11) as size:
    print(Thing().size)
    Thing().size = 4
    print(size.mock_calls)
opener = mock_open(read_data="one\ntwo\n")
with opener("name") as f:
    print(f.read())
print(list(opener("name")), opener("x").readline())
print(opener.call_args_list)


@patch.object(Thing, "size", 100)
class T(unittest.TestCase):
    def test_size(self):
        assert Thing.size == 100

    def helper(self):
        return Thing.size


result = unittest.TestResult()
T("test_size").run(result)
print(result, T("test_size").helper())
