// Twin of programs/matrix.py by hand.
#include <cstdio>
#include <vector>

using Matrix = std::vector<std::vector<double>>;

static Matrix multiply(const Matrix& a, const Matrix& b) {
  size_t n = a.size();
  Matrix columns(n, std::vector<double>(n)), out = columns;
  for (size_t i = 0; i < n; ++i)
    for (size_t j = 0; j < n; ++j) columns[j][i] = b[i][j];
  for (size_t i = 0; i < n; ++i)
    for (size_t j = 0; j < n; ++j)
      for (size_t k = 0; k < n; ++k) out[i][j] += a[i][k] * columns[j][k];
  return out;
}

int main() {
  const int n = 180;
  Matrix a(n, std::vector<double>(n)), b = a;
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j) { a[i][j] = i * j % 7 + 0.5; b[i][j] = (i + j) % 5 - 1.5; }
  Matrix c = multiply(a, multiply(a, b));
  double total = 0;
  for (auto& row : c) {
    double line = 0;
    for (double x : row) line += x;
    total += line;
  }
  std::printf("%.3f %.3f\n", total, c[3][4]);
}
