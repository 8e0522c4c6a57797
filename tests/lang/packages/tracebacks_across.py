# test: stderr=full
# An error that comes out of a package: frames of several files, names of functions, chained causes.
from engine import run
from engine.parts import Part


def main():
    parts = [Part("wheel", 4), Part("door", 2), Part("bad", 0)]
    print(run(parts[:2]))
    try:
        run(parts)
    except ValueError as e:
        raise SystemError("engine failed") from e


if __name__ == "__main__":
    main()
