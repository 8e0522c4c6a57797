// Twin of programs/mandelbrot.py by hand.
#include <cstdio>

int main() {
  const int width = 800, height = 600, limit = 100;
  long total = 0;
  for (int py = 0; py < height; ++py) {
    double cy = 2.0 * py / height - 1.0;
    for (int px = 0; px < width; ++px) {
      double cx = 3.0 * px / width - 2.0, x = 0, y = 0;
      int step = 0;
      for (; step < limit; ++step) {
        double next = x * x - y * y + cx;
        y = 2.0 * x * y + cy;
        x = next;
        if (x * x + y * y > 4.0) break;
      }
      total += step < limit ? step : limit - 1;
    }
  }
  std::printf("%ld\n", total);
}
