# Captured variables whose names, with _cell behind them, are functions of the runtime.
def outer():
    store, make, closure, load_own, load_free, delete_own, load_name_or = range(7)

    def inner():
        nonlocal store, delete_own
        store += 10
        del delete_own
        return store, make, closure, load_own, load_free, load_name_or
    result = inner()
    make = 5
    try:
        delete_own
    except NameError as e:
        print(e)
    return result, lambda: make


values, get = outer()
print(values, get())
