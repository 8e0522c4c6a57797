# Filters by pattern, without module re in the program.
import warnings


def tell(*texts, category=UserWarning):
    for text in texts:
        warnings.warn(text, category)


def filtered(*filters, texts=("abc", "abcdef", "xabc", "ABC", "a.c", "", "ab\nc")):
    with warnings.catch_warnings(record=True) as caught:
        warnings.resetwarnings()
        warnings.simplefilter("always")
        for filter in filters:
            warnings.filterwarnings("ignore", **filter)
        tell(*texts)
        print(filters, [str(w.message) for w in caught])


for pattern in ("abc", ".*abc", "a.c$", r"a\.c", "ab*", "ab+c", "ab?c", "^abc$", "", ".", ".+?c", "a.*c"):
    filtered({"message": pattern})
filtered({"module": "__main__"})
filtered({"module": "__ma"})
filtered({"module": "other"})
filtered({"message": "abc", "category": DeprecationWarning})
filtered({"message": "abc"}, {"message": "x"}, {"message": "abc"})

with warnings.catch_warnings():
    before = len(warnings.filters)
    warnings.filterwarnings("error", message=".*now")
    warnings.filterwarnings("error", message=".*now")
    print(len(warnings.filters) - before)
    try:
        tell("raised now")
    except UserWarning as e:
        print(repr(e))

for arguments in (("no",), ("ignore", 5), ("ignore", "", 5), ("ignore", "", int), ("ignore", "", Warning, 5), ("ignore", "", Warning, "", -1)):
    try:
        warnings.filterwarnings(*arguments)
    except AssertionError as e:
        print(e)
