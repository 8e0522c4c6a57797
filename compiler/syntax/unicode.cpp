// Lookups in the Unicode tables, and normalisation form KC.
#include "compiler/syntax/unicode.hpp"

#include <algorithm>
#include <vector>

namespace portalis::unicode {

namespace {

struct CodeRange {
  char32_t first, last;
};
struct ClassRange {
  char32_t first, last;
  std::uint8_t combining_class;
};
struct Decomposition {
  char32_t code;
  std::uint16_t start;
  std::uint8_t size;
};
struct Composition {
  char32_t first, second, composed;
};

#include "compiler/syntax/unicode_tables.inc"

template <std::size_t N>
bool contains(const CodeRange (&ranges)[N], char32_t c) {
  auto* at = std::upper_bound(ranges, ranges + N, c, [](char32_t code, const CodeRange& r) { return code < r.first; });
  return at != ranges && c <= at[-1].last;
}

std::uint8_t combining_class(char32_t c) {
  auto* begin = kCombiningClasses;
  auto* end = std::end(kCombiningClasses);
  auto* at = std::upper_bound(begin, end, c, [](char32_t code, const ClassRange& r) { return code < r.first; });
  return at != begin && c <= at[-1].last ? at[-1].combining_class : 0;
}

// Hangul syllables are composed by arithmetic (Unicode standard, section 3.12).
constexpr char32_t kSBase = 0xAC00, kLBase = 0x1100, kVBase = 0x1161, kTBase = 0x11A7;
constexpr char32_t kLCount = 19, kVCount = 21, kTCount = 28, kSCount = kLCount * kVCount * kTCount;

void decompose(char32_t c, std::vector<char32_t>& out) {
  if (c - kSBase < kSCount) {
    char32_t s = c - kSBase;
    out.push_back(kLBase + s / (kVCount * kTCount));
    out.push_back(kVBase + s % (kVCount * kTCount) / kTCount);
    if (s % kTCount != 0) out.push_back(kTBase + s % kTCount);
    return;
  }
  auto* end = std::end(kDecompositions);
  auto* at = std::lower_bound(kDecompositions, end, c, [](const Decomposition& d, char32_t code) { return d.code < code; });
  if (at == end || at->code != c) {
    out.push_back(c);
    return;
  }
  out.insert(out.end(), kDecomposedLetters + at->start, kDecomposedLetters + at->start + at->size);
}

char32_t compose(char32_t first, char32_t second) {
  if (first - kLBase < kLCount && second - kVBase < kVCount) return kSBase + ((first - kLBase) * kVCount + (second - kVBase)) * kTCount;
  if (first - kSBase < kSCount && (first - kSBase) % kTCount == 0 && second > kTBase && second - kTBase < kTCount)
    return first + (second - kTBase);
  auto* end = std::end(kCompositions);
  auto before = [](const Composition& a, const Composition& b) { return a.first != b.first ? a.first < b.first : a.second < b.second; };
  auto* at = std::lower_bound(kCompositions, end, Composition{first, second, 0}, before);
  return at != end && at->first == first && at->second == second ? at->composed : 0;
}

void order_marks(std::vector<char32_t>& text) {
  for (std::size_t i = 0; i < text.size();) {
    if (combining_class(text[i]) == 0) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && combining_class(text[end]) != 0) ++end;
    std::stable_sort(text.begin() + i, text.begin() + end, [](char32_t a, char32_t b) { return combining_class(a) < combining_class(b); });
    i = end;
  }
}

void compose_all(std::vector<char32_t>& text) {
  std::size_t starter = text.size();
  std::size_t to = 0;
  int last_class = -1;  // of the mark kept before this one since the starter; -1: none
  for (std::size_t from = 0; from < text.size(); ++from) {
    char32_t c = text[from];
    int cls = combining_class(c);
    if (starter < to && last_class < cls) {
      if (char32_t composed = compose(text[starter], c)) {
        text[starter] = composed;
        continue;
      }
    }
    if (cls == 0) {
      starter = to;
      last_class = -1;
    } else {
      last_class = cls;
    }
    text[to++] = c;
  }
  text.resize(to);
}

}  // namespace

bool is_identifier_start(char32_t c) { return contains(kIdentifierStart, c); }
bool is_identifier_part(char32_t c) { return contains(kIdentifierPart, c); }
bool is_printable(char32_t c) { return !contains(kNotPrintable, c); }

char32_t decode(std::string_view text, std::size_t& at) {
  auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  char32_t lead = byte(at);
  if (lead < 0x80) return ++at, lead;
  int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
  char32_t c = lead & (0x3F >> more);
  for (int i = 1; i <= more; ++i) c = c << 6 | (byte(at + static_cast<std::size_t>(i)) & 0x3F);
  at += static_cast<std::size_t>(more) + 1;
  return c;
}

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
    return;
  }
  if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
  } else {
    if (c < 0x10000) {
      out += static_cast<char>(0xE0 | c >> 12);
    } else {
      out += static_cast<char>(0xF0 | c >> 18);
      out += static_cast<char>(0x80 | (c >> 12 & 0x3F));
    }
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
  }
  out += static_cast<char>(0x80 | (c & 0x3F));
}

std::string nfkc(std::string_view text) {
  std::vector<char32_t> letters;
  for (std::size_t at = 0; at < text.size();) decompose(decode(text, at), letters);
  order_marks(letters);
  compose_all(letters);
  std::string out;
  for (char32_t c : letters) append_utf8(out, c);
  return out;
}

std::string code_point_name(char32_t c) {
  const char* digits = "0123456789ABCDEF";
  std::string hex;
  for (; c != 0 || hex.size() < 4; c >>= 4) hex.insert(hex.begin(), digits[c & 15]);
  return "U+" + hex;
}

}  // namespace portalis::unicode
