// Schoolbook base conversion in steps of nine decimal digits.
#include "compiler/syntax/big_digits.hpp"

#include <cstdint>
#include <vector>

namespace portalis {

std::string decimal_digits(std::string_view digits, int base) {
  constexpr std::uint64_t kChunk = 1000000000;
  std::vector<std::uint32_t> chunks{0};  // least significant first
  for (char c : digits) {
    std::uint64_t digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
    std::uint64_t carry = digit;
    for (std::uint32_t& chunk : chunks) {
      std::uint64_t value = chunk * static_cast<std::uint64_t>(base) + carry;
      chunk = static_cast<std::uint32_t>(value % kChunk);
      carry = value / kChunk;
    }
    if (carry != 0) chunks.push_back(static_cast<std::uint32_t>(carry));
  }
  std::string out = std::to_string(chunks.back());
  for (std::size_t i = chunks.size() - 1; i-- > 0;) {
    std::string part = std::to_string(chunks[i]);
    out += std::string(9 - part.size(), '0') + part;
  }
  return out;
}

}  // namespace portalis
