# statistics: averages, spread, quantiles, relations, NormalDist, over ints, floats, Fractions and Decimals; errors.
import statistics as st
from decimal import Decimal as D
from fractions import Fraction as F


def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)), end="; ")
    except Exception as e:
        print(type(e).__name__, e, end="; ")


sets = [[1, 2, 3, 4], [1, 2, 3, 4, 4], [1.5, 2.5, 3.25], [F(1, 3), F(1, 6)], [D("1.5"), D("2.25"), D("3")], [5], [], [1, 2.5], [1, F(1, 2)], [True, False, True], [1e308, 1e308], [0.1] * 10, [10 ** 20, 1], [3, 1, 2, 5, 9, 7], [-1, -2.5], [float("inf"), 1.0], [float("nan"), 1.0], [0, 0], range(1, 100), [2, 2, 3, 3, 1]]
for f in (st.mean, st.fmean, st.geometric_mean, st.harmonic_mean, st.median, st.median_low, st.median_high, st.median_grouped, st.mode, st.multimode, st.variance, st.pvariance, st.stdev, st.pstdev, st.quantiles):
    print(f.__name__, end=": ")
    for data in sets:
        show(f, data)
    print()
show(st.mean, ["a", "b"])
show(st.mean, [1, "b"])
show(st.mean, [1.5, D(1)])
show(st.mode, "abracadabra")
show(st.multimode, "aabbc")
show(st.median, ["b", "a", "c"])
show(st.median_grouped, [1, 3, 3, 5, 7], interval=2)
show(st.fmean, [1, 2, 3], [3, 1, 1])
show(st.fmean, [1, 2], [1])
show(st.fmean, [1, 2], [0, 0])
show(st.harmonic_mean, [40, 60], weights=[5, 30])
show(st.harmonic_mean, [-1, 2])
show(st.harmonic_mean, [0, 2])
show(st.variance, [1, 2, 3, 4], 2.5)
show(st.pvariance, [1, 2, 3], mu=2)
show(st.stdev, [1.5, 2.5, 4], xbar=3)
for n, method in ((4, "exclusive"), (10, "exclusive"), (4, "inclusive"), (1, "exclusive"), (0, "exclusive"), (3, "other"), (100, "inclusive")):
    show(lambda: st.quantiles([105, 129, 87, 86, 111, 111, 89, 81, 108, 92, 110, 100, 75], n=n, method=method))
print()
x, y = [1, 2, 3, 4, 5, 6, 7, 8, 9], [9, 7, 5.5, 6, 5, 3, 2.5, 1, 0]
print(st.covariance(x, y), st.correlation(x, y), st.linear_regression(x, y), st.linear_regression(x, y, proportional=True).slope)
for a, b in (([1], [1]), ([1, 2], [1]), ([1, 1], [1, 2]), ([1, 2], [3, 3])):
    for f in (st.covariance, st.correlation, st.linear_regression):
        show(f, a, b)
print()
n, m = st.NormalDist(100, 15), st.NormalDist(90, 10)
print(n, n.mean, n.median, n.mode, n.stdev, n.variance, n.pdf(110), n.cdf(115), n.inv_cdf(0.9), n.quantiles(), n.zscore(130), n.overlap(m), n.overlap(st.NormalDist(100, 15)), n + 5, n - m, n * 2, n / 4, -n, +n, 3 - n, 2 * m, n == st.NormalDist(100.0, 15.0), n == 5, hash(n) == hash(st.NormalDist(100, 15)), n.samples(3, seed=7), st.NormalDist.from_samples([1, 2, 3.5, 4]), st.NormalDist().inv_cdf(1e-10), st.NormalDist().inv_cdf(0.3))
for f in (lambda: st.NormalDist(0, -1), lambda: n.inv_cdf(0), lambda: n.inv_cdf(1.5), lambda: st.NormalDist(1, 0).pdf(1), lambda: st.NormalDist(1, 0).cdf(1), lambda: n.overlap(5), lambda: st.NormalDist.from_samples([1]), lambda: st.NormalDist(1, 0).zscore(1)):
    show(f)
print(issubclass(st.StatisticsError, ValueError))
