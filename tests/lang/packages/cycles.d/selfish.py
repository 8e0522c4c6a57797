import selfish as me
value = me.__name__
