# Methods whose names stand nowhere in the text: the namespaces of classes and modules.
import math

print(sorted(name for name, value in vars(str).items() if name.startswith("is") and value("a1")))
print(math.__dict__["is" + "qrt".lower()](17), str.__dict__["up" + "per".lower()]("x"))
