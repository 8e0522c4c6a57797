def guarded(path):
    try:
        with open(path) as f, lock:
            return f.read()
    except (OSError, ValueError) as e:
        raise RuntimeError("no") from e
    except KeyError:
        pass
    else:
        assert path, "empty"
    finally:
        close()


def groups():
    try:
        work()
    except* TypeError as g:
        print(g)
