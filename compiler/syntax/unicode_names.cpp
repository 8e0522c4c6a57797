// Characters by name, for \N{...}: a sorted table of name hashes, and the names made by rule.
#include <algorithm>
#include <iterator>

#include "compiler/syntax/unicode.hpp"

namespace portalis::unicode {

namespace {

#include "compiler/syntax/unicode_names.inc"

constexpr int kCodeBits = 21;
constexpr std::string_view kIdeograph = "CJK UNIFIED IDEOGRAPH-";
constexpr std::string_view kSyllable = "HANGUL SYLLABLE ";

// 64-bit FNV-1a without its low 21 bits, as in make_unicode_tables.py.
std::uint64_t name_hash(std::string_view name) {
  std::uint64_t hash = 0xCBF29CE484222325u;
  for (char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  return hash >> kCodeBits;
}

bool is_ideograph(char32_t c) {
  constexpr char32_t kRanges[][2] = {{0x3400, 0x4DBF},   {0x4E00, 0x9FFF},   {0x20000, 0x2A6DF}, {0x2A700, 0x2B739}, {0x2B740, 0x2B81D},
                                     {0x2B820, 0x2CEA1}, {0x2CEB0, 0x2EBE0}, {0x2EBF0, 0x2EE5D}, {0x30000, 0x3134A}, {0x31350, 0x323AF}};
  return std::any_of(std::begin(kRanges), std::end(kRanges), [c](const char32_t(&r)[2]) { return r[0] <= c && c <= r[1]; });
}

char32_t ideograph(std::string_view digits) {
  if (digits.size() != 4 && digits.size() != 5) return kNoCharacter;
  char32_t code = 0;
  for (char c : digits) {
    if (c >= '0' && c <= '9') {
      code = code * 16 + static_cast<char32_t>(c - '0');
    } else if (c >= 'A' && c <= 'F') {
      code = code * 16 + static_cast<char32_t>(c - 'A' + 10);
    } else {
      return kNoCharacter;
    }
  }
  return is_ideograph(code) ? code : kNoCharacter;
}

// The longest of `parts` that `rest` begins with; removes it and returns its index, or -1.
template <std::size_t N>
int take_longest(std::string_view& rest, const std::string_view (&parts)[N]) {
  int best = -1;
  std::size_t best_size = 0;
  for (std::size_t i = 0; i < N; ++i) {
    if (rest.substr(0, parts[i].size()) == parts[i] && (best < 0 || parts[i].size() > best_size)) {
      best = static_cast<int>(i);
      best_size = parts[i].size();
    }
  }
  rest.remove_prefix(best_size);
  return best;
}

char32_t syllable(std::string_view rest) {
  static constexpr std::string_view kLeads[] = {"G",  "GG", "N", "D",  "DD", "R", "M", "B", "BB", "S",
                                                "SS", "",   "J", "JJ", "C",  "K", "T", "P", "H"};
  static constexpr std::string_view kVowels[] = {"A",  "AE", "YA", "YAE", "EO", "E",  "YEO", "YE", "O",  "WA", "WAE",
                                                 "OE", "YO", "U",  "WEO", "WE", "WI", "YU",  "EU", "YI", "I"};
  static constexpr std::string_view kTails[] = {"",   "G",  "GG", "GS", "N",  "NJ", "NH", "D",  "L", "LG", "LM", "LB", "LS", "LT",
                                                "LP", "LH", "M",  "B",  "BS", "S",  "SS", "NG", "J", "C",  "K",  "T",  "P",  "H"};
  int lead = take_longest(rest, kLeads);
  int vowel = take_longest(rest, kVowels);
  int tail = take_longest(rest, kTails);
  if (lead < 0 || vowel < 0 || tail < 0 || !rest.empty()) return kNoCharacter;
  return static_cast<char32_t>(0xAC00 + (lead * 21 + vowel) * 28 + tail);
}

}  // namespace

char32_t lookup_name(std::string_view name) {
  std::string upper(name);
  for (char& c : upper)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  std::string_view text = upper;
  if (text.substr(0, kIdeograph.size()) == kIdeograph) return ideograph(text.substr(kIdeograph.size()));
  if (text.substr(0, kSyllable.size()) == kSyllable) return syllable(text.substr(kSyllable.size()));
  std::uint64_t hash = name_hash(text);
  auto* at = std::lower_bound(std::begin(kNames), std::end(kNames), hash << kCodeBits);
  if (at == std::end(kNames) || *at >> kCodeBits != hash) return kNoCharacter;
  return static_cast<char32_t>(*at & ((1u << kCodeBits) - 1));
}

}  // namespace portalis::unicode
