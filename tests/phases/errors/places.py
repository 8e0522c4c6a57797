import sys
from __future__ import annotations  # P0217: from __future__ imports must occur at the beginning of the file

return 1  # P0208: 'return' outside function
await x  # P0209: 'await' outside function
break  # P0210: 'break' outside loop
for n in x:
    def f():
        continue  # P0210: 'continue' not properly in loop
        yield from x


def g():
    async with x:  # P0211: 'async with' outside async function
        pass
    try:
        pass
    except:  # P0212: default 'except:' must be last
        pass
    except ValueError:
        pass


match x:
    case y:  # P0216: name capture 'y' makes remaining patterns unreachable
        pass
    case [a, a]:  # P0216: multiple assignments to name 'a' in pattern
        pass
