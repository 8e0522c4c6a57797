// Integer literals that do not fit 64 bits: from base 2, 8 or 16 to decimal text.
#pragma once

#include <string>
#include <string_view>

namespace portalis {

// `digits` are valid in `base`, without prefix or underscores. Quadratic in their number.
std::string decimal_digits(std::string_view digits, int base);

}  // namespace portalis
