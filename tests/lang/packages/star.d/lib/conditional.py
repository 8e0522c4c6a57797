try:
    from no_such_module_at_all import pick
except ImportError:
    try:
        from .absent import pick
    except ImportError:
        from .plain import value as pick
