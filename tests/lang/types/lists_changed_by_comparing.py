# Lists that change while they are compared, and repetitions nobody has memory for.
class E:
    def __init__(self, f=None): self.f = f
    def __eq__(self, o):
        if self.f: self.f()
        return True
a = [E(), E(), E()]; b = [1, 2, 3]
a[1].f = lambda: (a.clear(), b.clear())
print(a == b)
a = [E(), E(), E()]; b = [1, 2, 3]
a[1].f = lambda: b.append(4)
print(a == b)
a = [E(), E(), E()]; b = [1, 2, 3]
a[1].f = lambda: b.pop()
print(a == b)
a = [E(), E(), E()]; b = [1, 2, 3]
a[1].f = lambda: (b.pop(), a.pop())
print(a == b, a != b)
try:
    print([0] * (2**62))
except MemoryError as e: print("MemoryError", e)
try:
    x = [0]; x *= 2**62
except MemoryError as e: print("MemoryError", e)
try:
    x = [0, 1] * (2**63)
except OverflowError as e: print(e)
try:
    x = (0, 1) * (2**62)
except MemoryError as e: print("MemoryError", e)
try:
    x = "ab" * (2**62)
except (MemoryError,OverflowError) as e: print(type(e), e)
try:
    x = b"ab" * (2**62)
except (MemoryError,OverflowError) as e: print(type(e), e)
