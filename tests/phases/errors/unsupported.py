from . import x  # P0311: attempted relative import with no known parent package

eval("1")  # P0310: eval() of text is not supported: a compiled program has no interpreter
def f(exec):
    exec("a parameter")
compile("1", "", "eval")  # P0310: compile() is not supported: a compiled program has no interpreter
run = exec
anext(iter([]))  # P0312: anext() is not supported yet: it belongs to asynchronous code
help(print)  # P0313: help() is not supported: it is a browser of documentation, which compiled programs do not carry
def g(help):
    help("a parameter")
