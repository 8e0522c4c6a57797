# A dict that changes while another is updated from it: comparing keys may do that.
class K:
    on = False
    def __init__(self, v): self.v = v
    def __hash__(self): return 1
    def __eq__(self, o):
        if K.on: other.clear()
        return False
other = {}
other[K(2)] = 2
other[K(3)] = 3
d = {K(1): 1}
K.on = True
try:
    d.update(other)
    print(len(d), len(other))
except RuntimeError as e:
    print(e)
for change in (lambda: other.pop(next(iter(other))), lambda: other.update({5: 5}), lambda: other.__setitem__(next(iter(other)), 9)):
    K.on = False
    class L(K):
        __hash__ = K.__hash__
        def __eq__(self, o):
            if K.on:
                K.on = False
                change()
            return False
    other = {L(2): 2, L(3): 3, L(4): 4}
    d = {L(1): 1}
    K.on = True
    try:
        d.update(other)
        print(len(d), list(d.values()), len(other))
    except RuntimeError as e:
        print(e)
