# __build_class__, which a class statement compiles to in CPython, called as a function.
print(__build_class__)
import builtins
print(builtins.__build_class__ is __build_class__, __build_class__.__name__)


class Base:
    def __init_subclass__(cls, **keywords):
        print('init_subclass', cls.__name__, keywords)


C = __build_class__(lambda: None, 'C', Base, flag=1)
print(C.__name__, C.__qualname__, C.__mro__, C.__module__)


class Meta(type):
    @classmethod
    def __prepare__(meta, name, bases, **keywords):
        print('prepare', name, bases, keywords)
        return {'prepared': name}

    def __new__(meta, name, bases, space, **keywords):
        print('new', name, sorted(space), keywords)
        return super().__new__(meta, name, bases, space)

    def __init__(cls, name, bases, space, **keywords):
        pass


D = __build_class__(lambda: None, 'D', metaclass=Meta, x=2)
print(D.prepared, type(D))


class Alias:
    def __mro_entries__(self, bases):
        return (Base,)


alias = Alias()
E = __build_class__(lambda: None, 'E', alias)
print(E.__bases__, E.__orig_bases__ == (alias,))


def body():
    print('body runs')


print(__build_class__(body, 'F'))
print(__build_class__(lambda: None, 'G', metaclass=lambda *args, **keywords: (args, keywords), y=3))


def failing():
    raise KeyError('body')


for arguments in [(), (body,), (1, 'X'), (body, 1), (len, 'X'), (body, 'X', 5), (failing, 'X'), (lambda required: None, 'X'),
                  (body, 'X', int, str)]:
    try:
        print(__build_class__(*arguments))
    except Exception as error:
        print(type(error).__name__, error)

# No builtin is without a value.
for name in ['__build_class__', '__debug__', '__import__', 'aiter', 'anext', 'breakpoint', 'compile', 'eval', 'exec', 'Ellipsis',
             'EncodingWarning', 'EnvironmentError', 'IOError', 'NotImplemented', 'BaseExceptionGroup', '__name__', 'memoryview']:
    print(name, type(getattr(builtins, name)).__name__)
print(aiter, anext, breakpoint, compile, eval, exec, __import__, __debug__, EnvironmentError, IOError, EncodingWarning)
