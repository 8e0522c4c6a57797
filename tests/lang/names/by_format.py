# Attributes whose names stand nowhere in the text: format strings that are made at run time.
field = "".join(reversed("tuptuo"))


class Thing:
    output = "seen"


print(("{0." + field + "}").format(Thing()), "{0.conj" .__add__("ugate}").format(3)[:15])
print(("{x." + "".join(["den", "omi", "nator"]) + "}").format_map({"x": 4}))
