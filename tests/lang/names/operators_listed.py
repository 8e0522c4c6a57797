# The methods of operators that the program does not use, as dir() lists them.
print([m for m in dir(7) if "po" in m or "mo" in m])
