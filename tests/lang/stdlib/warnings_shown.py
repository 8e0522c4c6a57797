# test: stderr=full
import warnings


def old():
    warnings.warn("old is deprecated", DeprecationWarning, stacklevel=2)


warnings.warn("careful")
old()
for _ in range(3):
    warnings.warn("once per place", RuntimeWarning)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    for _ in range(2):
        warnings.warn("recorded", UserWarning)
    old()
print([(str(w.message), w.category.__name__, w.lineno) for w in caught])
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    warnings.warn("silent")
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warnings.warn("as error", FutureWarning)
    except FutureWarning as e:
        print("raised", e)
warnings.filterwarnings("ignore", message="skip", category=UserWarning)
warnings.warn("skip this")
warnings.warn("not this")
warnings.warn(UserWarning("instance"))
try:
    warnings.warn("x", int)
except TypeError as e:
    print(e)
print(warnings.formatwarning("m", UserWarning, "f.py", 3, "code"))
