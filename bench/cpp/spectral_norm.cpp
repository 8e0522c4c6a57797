// Twin of programs/spectral_norm.py by hand.
#include <cmath>
#include <cstdio>
#include <vector>

static double element(long i, long j) { return 1.0 / static_cast<double>((i + j) * (i + j + 1) / 2 + i + 1); }

template <bool transposed>
static std::vector<double> times(const std::vector<double>& u) {
  long n = static_cast<long>(u.size());
  std::vector<double> out(u.size());
  for (long i = 0; i < n; ++i)
    for (long j = 0; j < n; ++j) out[i] += (transposed ? element(j, i) : element(i, j)) * u[j];
  return out;
}

int main() {
  std::vector<double> u(700, 1.0), v;
  for (int i = 0; i < 5; ++i) {
    v = times<true>(times<false>(u));
    u = times<true>(times<false>(v));
  }
  double vbv = 0, vv = 0;
  for (size_t i = 0; i < u.size(); ++i) { vbv += u[i] * v[i]; vv += v[i] * v[i]; }
  std::printf("%.9f\n", std::sqrt(vbv / vv));
}
