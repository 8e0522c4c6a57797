# cmath: values to twelve digits (the last ones are the C library's), special values, errors.
import cmath

inf, nan = float("inf"), float("nan")


def shown(v):
    if isinstance(v, complex):
        return f"{v.real:.12g} {v.imag:.12g}"
    return v


def show(text, f):
    try:
        print(text, "->", shown(f()))
    except BaseException as e:
        print(text, "->", type(e).__name__, e)


show('cmath.sqrt(-1)', lambda: (cmath.sqrt(-1)))
show('cmath.sqrt(-1-0j)', lambda: (cmath.sqrt(-1-0j)))
show('cmath.log(0)', lambda: (cmath.log(0)))
show('cmath.log(1j,2)', lambda: (cmath.log(1j,2)))
show('cmath.log(2,0)', lambda: (cmath.log(2,0)))
show('cmath.log10(1j)', lambda: (cmath.log10(1j)))
show('cmath.exp(1000)', lambda: (cmath.exp(1000)))
show('cmath.exp(710+1j)', lambda: (cmath.exp(710+1j)))
show('cmath.sin(inf)', lambda: (cmath.sin(inf)))
show('cmath.sin(1+2j)', lambda: (cmath.sin(1+2j)))
show('cmath.cos(1+2j)', lambda: (cmath.cos(1+2j)))
show('cmath.tan(1+2j)', lambda: (cmath.tan(1+2j)))
show('cmath.tan(1000j)', lambda: (cmath.tan(1000j)))
show('cmath.sinh(1+2j)', lambda: (cmath.sinh(1+2j)))
show('cmath.cosh(1000)', lambda: (cmath.cosh(1000)))
show('cmath.tanh(1+2j)', lambda: (cmath.tanh(1+2j)))
show('cmath.asin(2)', lambda: (cmath.asin(2)))
show('cmath.acos(2)', lambda: (cmath.acos(2)))
show('cmath.atan(1j)', lambda: (cmath.atan(1j)))
show('cmath.atan(2+1j)', lambda: (cmath.atan(2+1j)))
show('cmath.asinh(1+2j)', lambda: (cmath.asinh(1+2j)))
show('cmath.acosh(1+2j)', lambda: (cmath.acosh(1+2j)))
show('cmath.atanh(1)', lambda: (cmath.atanh(1)))
show('cmath.atanh(0.5+1j)', lambda: (cmath.atanh(0.5+1j)))
show('cmath.phase(-1)', lambda: (cmath.phase(-1)))
show("cmath.phase('x')", lambda: (cmath.phase('x')))
show('cmath.polar(1+1j)', lambda: (cmath.polar(1+1j)))
show('cmath.rect(1,2)', lambda: (cmath.rect(1,2)))
show('cmath.rect(inf,1)', lambda: (cmath.rect(inf,1)))
show('cmath.rect(1,inf)', lambda: (cmath.rect(1,inf)))
show('cmath.isclose(1,1+1e-10j)', lambda: (cmath.isclose(1,1+1e-10j)))
show('cmath.isclose(1,1,rel_tol=-1)', lambda: (cmath.isclose(1,1,rel_tol=-1)))
show('cmath.isnan(complex(0,nan))', lambda: (cmath.isnan(complex(0,nan))))
show('cmath.isinf(complex(0,inf))', lambda: (cmath.isinf(complex(0,inf))))
show('cmath.isfinite(complex(0,1))', lambda: (cmath.isfinite(complex(0,1))))
show('cmath.infj, cmath.nanj', lambda: (cmath.infj, cmath.nanj))
show('cmath.exp(complex(inf,nan))', lambda: (cmath.exp(complex(inf,nan))))
show('cmath.sqrt(complex(inf,nan))', lambda: (cmath.sqrt(complex(inf,nan))))
show('cmath.log(complex(-0.0,0.0))', lambda: (cmath.log(complex(-0.0,0.0))))
show("cmath.sqrt('x')", lambda: (cmath.sqrt('x')))
show('cmath.sqrt()', lambda: (cmath.sqrt()))
