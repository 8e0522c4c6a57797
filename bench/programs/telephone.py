"""A telephone company bills its calls: decimals rounded to cents, two taxes (the telco benchmark)."""
from decimal import Decimal, ROUND_HALF_EVEN, ROUND_DOWN


def main(n):
    rates = [Decimal('0.0013'), Decimal('0.00894')]
    btax = Decimal('0.0675')
    dtax = Decimal('0.0341')
    two = Decimal('0.01')
    st = sb = sd = Decimal(0)
    for i in range(n):
        calls = Decimal(i * 7919 % 10007)
        r = rates[i % 2]
        p = (calls * r).quantize(two, ROUND_HALF_EVEN)
        b = (p * btax).quantize(two, ROUND_DOWN)
        sb += b
        t = p + b
        if i % 2:
            d = (p * dtax).quantize(two, ROUND_DOWN)
            sd += d
            t += d
        st += t
    return (st, sb, sd)


print(*main(150000))
