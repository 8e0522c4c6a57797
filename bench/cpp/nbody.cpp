// Twin of programs/nbody.py by hand.
#include <cmath>
#include <cstdio>

struct Body {
  double p[3], v[3], m;
};

static const double pi = M_PI, solar = 4 * pi * pi, year = 365.24;
static Body bodies[5] = {
    {{0, 0, 0}, {0, 0, 0}, solar},
    {{4.84143144246472090, -1.16032004402742839, -0.103622044471123109},
     {0.00166007664274403694 * year, 0.00769901118419740425 * year, -0.0000690460016972063023 * year},
     0.000954791938424326609 * solar},
    {{8.34336671824457987, 4.12479856412430479, -0.403523417114321381},
     {-0.00276742510726411 * year, 0.00499852801234917 * year, 0.0000230417297573763929 * year},
     0.000285885980666130812 * solar},
    {{12.8943695621391310, -15.1111514016986312, -0.223307578892655734},
     {0.00296460137564761618 * year, 0.00237847173959480950 * year, -0.0000296589568540237556 * year},
     0.0000436624404335156298 * solar},
    {{15.3796971148509165, -25.9193146099879641, 0.179258772950371181},
     {0.00268067772490389322 * year, 0.00162824170038242295 * year, -0.0000951592254519715870 * year},
     0.0000515138902046611451 * solar}};

static void advance(double dt) {
  for (int i = 0; i < 5; ++i)
    for (int j = i + 1; j < 5; ++j) {
      Body &a = bodies[i], &b = bodies[j];
      double d[3], square = 0;
      for (int k = 0; k < 3; ++k) { d[k] = a.p[k] - b.p[k]; square += d[k] * d[k]; }
      double mag = dt * std::pow(square, -1.5);
      for (int k = 0; k < 3; ++k) { a.v[k] -= d[k] * b.m * mag; b.v[k] += d[k] * a.m * mag; }
    }
  for (Body& b : bodies)
    for (int k = 0; k < 3; ++k) b.p[k] += dt * b.v[k];
}

static double energy() {
  double e = 0;
  for (int i = 0; i < 5; ++i)
    for (int j = i + 1; j < 5; ++j) {
      double square = 0;
      for (int k = 0; k < 3; ++k) { double d = bodies[i].p[k] - bodies[j].p[k]; square += d * d; }
      e -= bodies[i].m * bodies[j].m / std::sqrt(square);
    }
  for (const Body& b : bodies) e += b.m * (b.v[0] * b.v[0] + b.v[1] * b.v[1] + b.v[2] * b.v[2]) / 2;
  return e;
}

int main() {
  std::printf("%.9f\n", energy());
  for (int i = 0; i < 600000; ++i) advance(0.01);
  std::printf("%.9f\n", energy());
}
