# Each expected error stands on the line that is blamed for it.


def used(x):
    global x  # P0202: name 'x' is parameter and global
    y = 1
    global y  # P0201: name 'y' is assigned to before global declaration
    nonlocal z  # P0203: no binding for nonlocal 'z' found


def same(a, a):  # P0204: duplicate argument 'a' in function definition
    from os import *  # P0205: import * only allowed at module level


[x := 1 for x in y]  # P0206: assignment expression cannot rebind comprehension iteration variable 'x'
[(yield) for x in y]  # P0207: 'yield' inside list comprehension
__debug__ = 1  # P0213: cannot assign to __debug__
same(a=1, a=2)  # P0214: keyword argument repeated: a
*a = b  # P0215: starred assignment target must be in a list or tuple
class Pair[T, T]: pass  # P0218: duplicate type parameter 'T'
