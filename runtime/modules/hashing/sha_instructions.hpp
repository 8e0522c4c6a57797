// SHA-1 and SHA-256 by the processor's own instructions, where it has them.
#pragma once

#include <cstddef>
#include <cstdint>

namespace portalis::hashing {

bool has_sha_instructions();
void sha1_block(uint32_t state[5], const uint8_t* block);              // only where there are such instructions
void sha256_blocks(uint32_t state[8], const uint8_t* blocks, size_t n, const uint32_t round_constants[64]);

}  // namespace portalis::hashing
