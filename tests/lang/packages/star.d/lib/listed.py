__all__ = ["_shown", "public"]
__all__ += ["late"]
_shown = "underscore shown"
public = "from listed"
hidden = 1
late = [hidden]
