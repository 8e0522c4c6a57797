// Shared by the files that implement the random module.
#pragma once

#include <cmath>

#include "runtime/object/module.hpp"
#include "runtime/types/numbers.hpp"

namespace py::random {

// The Mersenne Twister MT19937 (Matsumoto and Nishimura 1998).
struct Twister {
  static constexpr int size = 624;
  uint32_t state[size];
  int index;                             // size: a new block is due
  uint32_t next32();
  double next_double();                  // 53 bits, [0, 1)
  void seed(uint32_t s);
  void seed(magnitude::View key);        // init_by_array over the digits
};

// random.Random. The twister and gauss_next are guarded by the object's lock.
struct RandomObject : Object {
  Twister twister;
  Slot gauss_next;                       // a float, or Undefined
};

extern Type random_type, system_random_type;

// Constants of the distributions, which the module also shows.
inline constexpr double two_pi = 2.0 * M_PI, range_of_random = 0x1p53;
inline const double log_4 = std::log(4.0), normal_magic = 4 * std::exp(-0.5) / std::sqrt(2.0), gamma_magic = 1.0 + std::log(4.5);

// self.random() as a double. false: error.
bool draw(Value self, double& out);
// A random int in [0, n), n > 0, by self.getrandbits() (or self.random() where a subclass only has that).
bool draw_below(Value self, int64_t n, int64_t& out);
Value draw_below(Value self, Value n);   // n an int of any size

// Methods, by the file that has them.
extern const NativeDef core_methods[], integer_methods[], distribution_methods[];

}  // namespace py::random
