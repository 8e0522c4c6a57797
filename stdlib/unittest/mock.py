"""Mock objects and patching. The behaviour and the messages are those of CPython 3.11's unittest.mock, without AsyncMock and
without autospec, which need what a compiled program does not have: asyncio, and the signatures of inspect. Patching
builtins has no effect on modules that call them by name: those are bound when the program is compiled."""
import io

from unittest._calls import ANY, DEFAULT, call, sentinel
from unittest._mocks import MagicMock, Mock, NonCallableMagicMock, NonCallableMock, PropertyMock, seal
from unittest._patching import patch

__all__ = ["Mock", "MagicMock", "patch", "sentinel", "DEFAULT", "ANY", "call", "NonCallableMock", "NonCallableMagicMock", "mock_open",
           "PropertyMock", "seal"]

__unittest = True

for _class in (Mock, MagicMock, NonCallableMock, NonCallableMagicMock, PropertyMock):
    _class.__module__ = __name__


def mock_open(mock=None, read_data=""):
    """A mock in place of open(), whose files have the text or bytes in them."""
    files = io.BytesIO if isinstance(read_data, bytes) else io.StringIO
    handle = MagicMock(spec=["read", "readline", "readlines", "write", "writelines", "close", "closed", "flush", "seek", "tell", "mode",
                             "name", "truncate", "fileno", "__enter__", "__exit__", "__iter__", "__next__"])
    mock = MagicMock(name="open", spec=open) if mock is None else mock
    data = [files(read_data)]

    def reads(method):
        def read(*args, **kwargs):
            wanted = getattr(handle, method).return_value
            return getattr(data[0], method)(*args, **kwargs) if wanted is None else wanted
        return read

    handle.__enter__.return_value = handle
    handle.write.return_value = None
    for name in ("read", "readline", "readlines"):
        getattr(handle, name).return_value = None
        getattr(handle, name).side_effect = reads(name)
    handle.__iter__.side_effect = lambda: iter(data[0])
    handle.__next__.side_effect = lambda: next(data[0])

    def opened(*args, **kwargs):
        data[0] = files(read_data)                   # each open() begins at the beginning
        return DEFAULT

    mock.side_effect = opened
    mock.return_value = handle
    return mock
