"""A program that changes string.Template's idpattern without importing re."""
import string


class Upper(string.Template):
    idpattern = "[A-Z]+"
    flags = 0


print(Upper("$AB $a ${C}").safe_substitute(AB=1, a=2, C=3))
try:
    Upper("$AB $a").substitute(AB=1)
except ValueError as e:
    print(e)
