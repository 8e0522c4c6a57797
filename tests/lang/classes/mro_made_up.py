# What mro() of a metaclass may and may not answer.
def attempt(answer):
    class Meta(type):
        def mro(cls):
            return answer(cls)
    try:
        class C(Base, metaclass=Meta):
            pass
        print([c.__name__ for c in C.__mro__], C().who())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)


class Base:
    def who(self):
        return "base"


class Other:
    def who(self):
        return "other"


class Slotted(Base):
    __slots__ = ("x",)


attempt(lambda cls: [cls, Base, object])
attempt(lambda cls: (cls, Other, Base, object))
attempt(lambda cls: [cls, object])
attempt(lambda cls: type.mro(cls)[::-1])
attempt(lambda cls: [cls, dict, object])
attempt(lambda cls: [cls, int, object])
attempt(lambda cls: [cls, Slotted, Base, object])
attempt(lambda cls: [1])
attempt(lambda cls: 1)
attempt(lambda cls: [])
