class Foo:
    def __init__(self):
        self.blech = 1
    def method(self): return (
            self.blach
            + 1)
def run():
    try:
        Foo().method()
    except AttributeError:
        foo_bar = 1
        print(foo_baz)
run()
