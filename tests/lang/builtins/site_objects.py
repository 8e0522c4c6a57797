# What the site module adds to the builtins, help apart.
import builtins
import sys

print(repr(exit), repr(quit), exit.name, quit.name, exit.eof)
print(type(exit), type(quit) is type(exit), type(exit).__name__, type(exit).__module__)
print(copyright)
print(repr(credits))
print(license, type(license))
copyright()
print(sys.copyright == str(copyright), sys.copyright.count("\n"))
credits()
print(type(credits) is type(copyright), callable(exit), builtins.exit is exit, hasattr(builtins, 'quit'))
for quitter, arguments in [(exit, ()), (quit, (3,)), (exit, ('text',)), (sys.exit, (4,))]:
    try:
        quitter(*arguments)
    except SystemExit as error:
        print(repr(error), error.code)
try:
    quit(code=5)
except SystemExit as error:
    print(error.code)
print(sys.stdin.closed)
quit(7)
