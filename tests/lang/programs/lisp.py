# A small Lisp: reader, environments, special forms, macros, tail loops and errors.
import operator as op


class LispError(Exception):
    pass


class Symbol(str):
    __slots__ = ()
    table = {}

    def __new__(cls, name):
        if name not in cls.table:
            cls.table[name] = super().__new__(cls, name)
        return cls.table[name]

    def __repr__(self):
        return str.__str__(self)


def tokens(text):
    word = ""
    for c in text + " ":
        if c in "() \n'":
            if word:
                yield word
                word = ""
            if c in "()'":
                yield c
        else:
            word += c


def read(stream):
    for t in stream:
        if t == "(":
            out = []
            while (item := read(stream)) is not CLOSE:
                if item is END:
                    raise LispError("unexpected end")
                out.append(item)
            return out
        if t == ")":
            return CLOSE
        if t == "'":
            return [Symbol("quote"), read(stream)]
        for convert in (int, float):
            try:
                return convert(t)
            except ValueError:
                pass
        return {"#t": True, "#f": False}.get(t, Symbol(t))
    return END


CLOSE, END = object(), object()


class Env(dict):
    def __init__(self, names=(), values=(), outer=None):
        if isinstance(names, Symbol):
            names, values = [names], [list(values)]
        elif len(names) != len(values):
            raise LispError(f"expected {len(names)} arguments, got {len(values)}")
        super().__init__(zip(names, values))
        self.outer = outer

    def find(self, name):
        env = self
        while env is not None:
            if name in env:
                return env
            env = env.outer
        raise LispError(f"unbound {name}")


class Lambda:
    def __init__(self, params, body, env):
        self.params, self.body, self.env = params, body, env

    def __call__(self, *args):
        return evaluate(self.body, Env(self.params, args, self.env))


def fold(f, start=None):
    def g(*args):
        args = list(args)
        total = args.pop(0) if start is None or len(args) > 1 else start
        for a in args:
            total = f(total, a)
        return total
    return g


def show(x):
    match x:
        case True: return "#t"
        case False: return "#f"
        case list(): return "(" + " ".join(map(show, x)) + ")"
        case Lambda(): return "<lambda>"
        case None: return "nil"
        case _: return str(x)


base = Env()
base.update({Symbol(k): v for k, v in {
    "+": fold(op.add, 0), "*": fold(op.mul, 1), "-": lambda a, *b: a - sum(b) if b else -a, "/": op.truediv, "=": op.eq, "<": op.lt, ">": op.gt,
    "car": lambda l: l[0], "cdr": lambda l: l[1:], "cons": lambda a, l: [a] + l, "list": lambda *a: list(a), "null?": lambda l: l == [],
    "map": lambda f, *ls: [f(*a) for a in zip(*ls)], "mod": op.mod, "len": len, "append": fold(op.add), "eq?": op.is_, "not": op.not_}.items()})
macros = {}


def evaluate(x, env):
    while True:
        if isinstance(x, Symbol):
            return env.find(x)[x]
        if not isinstance(x, list):
            return x
        match x:
            case []:
                return []
            case ["quote", v]:
                return v
            case ["if", test, then, *other]:
                x = then if evaluate(test, env) is not False else (other[0] if other else None)
            case ["define", [name, *params], *body]:
                env[name] = Lambda(params, [Symbol("begin"), *body], env)
                return name
            case ["define", name, value]:
                env[name] = evaluate(value, env)
                return name
            case ["set!", name, value]:
                env.find(name)[name] = evaluate(value, env)
                return None
            case ["lambda", params, *body]:
                return Lambda(params, [Symbol("begin"), *body], env)
            case ["let", bindings, *body]:
                env = Env([b[0] for b in bindings], [evaluate(b[1], env) for b in bindings], env)
                x = [Symbol("begin"), *body]
            case ["macro", [name, *params], body]:
                macros[name] = Lambda(params, body, env)
                return name
            case ["begin", *first, last]:
                for e in first:
                    evaluate(e, env)
                x = last
            case [Symbol() as name, *args] if name in macros:
                x = macros[name](*args)
            case [f, *args]:
                f = evaluate(f, env)
                args = [evaluate(a, env) for a in args]
                if isinstance(f, Lambda):
                    env = Env(f.params, args, f.env)
                    x = f.body
                elif callable(f):
                    return f(*args)
                else:
                    raise LispError(f"not a function: {show(f)}")


def run(text):
    stream = iter(tokens(text))
    while True:
        try:
            form = read(stream)
            if form is END:
                return
            if form is CLOSE:
                raise LispError("unexpected )")
            print(show(form), "=>", show(evaluate(form, base)))
        except LispError as e:
            print("error:", e)
        except (TypeError, IndexError, ZeroDivisionError) as e:
            print(type(e).__name__, e)


run("""
(+ 1 2 (* 3 4)) (define (fact n) (if (< n 2) 1 (* n (fact (- n 1))))) (fact 20) (fact 30)
(define (loop n acc) (if (= n 0) acc (loop (- n 1) (+ acc n)))) (loop 5000 0)
(define counter (let ((n 0)) (lambda () (set! n (+ n 1)) n))) (counter) (counter)
(map (lambda (x y) (+ x (* 2 y))) '(1 2 3) (list 4 5 6)) '(a (b "c") 2.5 #t)
(macro (unless c body) (list 'if c #f body)) (unless (> 1 2) (quote yes)) (unless #t (car '()))
(define (compose f g) (lambda (x) (f (g x)))) ((compose car cdr) '(1 2 3))
(define (variadic . rest) rest) ((lambda all (len all)) 1 2 3)
(let ((x 1) (y 2)) (define z 3) (+ x y z)) z (fact) (1 2) (car '()) (/ 1 0) (append '(1) '(2 3) '()) ((lambda (x) x)) (eq? 'a 'a) (
""")
