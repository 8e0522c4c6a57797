// SHA-512 (FIPS 180-4), which random.seed() mixes texts with.
#pragma once

#include <cstddef>
#include <cstdint>

namespace py {

void sha512(const uint8_t* data, size_t size, uint8_t digest[64]);

}  // namespace py
