# Methods whose names stand nowhere in the text: what the module operator makes of strings.
import operator

print(operator.methodcaller("swap" + "case".lower())("Abc"), operator.attrgetter("re" + chr(97) + "l")(3))
