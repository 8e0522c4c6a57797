// Finding names of characters, and characters by name.
#include "runtime/modules/text/character_names.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

namespace py::unicode {
namespace {

constexpr uint32_t base = 91, first_three = name_symbols_one + name_symbols_two * base;
constexpr std::string_view ideograph_prefix = "CJK UNIFIED IDEOGRAPH-", syllable_prefix = "HANGUL SYLLABLE ";

uint32_t symbol(const char*& at) {
  uint32_t c = static_cast<uint8_t>(*at++);
  return c < '\\' ? c - '#' : c - '$';
}

uint32_t read_word_number(const char*& at) {
  uint32_t first = symbol(at);
  if (first < name_symbols_one) return first;
  first = (first - name_symbols_one) * base + symbol(at);
  if (first < name_symbols_two * base) return first + name_symbols_one;
  return first_three + (first - name_symbols_two * base) * base + symbol(at);
}

std::string_view word(uint32_t number) {
  const char* at = name_words + name_word_offsets[number / name_word_step];
  for (uint32_t skip = number % name_word_step; skip > 0; ++at) skip -= *at == ' ';
  const char* end = at;
  while (*end != ' ') ++end;
  return {at, static_cast<size_t>(end - at)};
}

// The names of a block one after the other, as numbers of words.
struct BlockReader {
  const char* at;
  uint32_t words[32], count = 0;

  explicit BlockReader(const uint32_t* block) : at(name_stream + block[1]) {}
  void next() {
    uint32_t head = symbol(at), fresh = head / 9;
    count = head % 9;
    if (fresh == 9) fresh = symbol(at);
    for (; fresh > 0; --fresh) words[count++] = read_word_number(at);
  }
};

// ---- names by rule ----
struct Span { uint32_t first, last; };
constexpr Span ideographs[] = {{0x3400, 0x4dbf}, {0x4e00, 0x9fff}, {0x20000, 0x2a6df}, {0x2a700, 0x2b738}, {0x2b740, 0x2b81d},
                               {0x2b820, 0x2cea1}, {0x2ceb0, 0x2ebe0}, {0x30000, 0x3134a}};
bool is_ideograph(uint32_t c) {
  return std::any_of(std::begin(ideographs), std::end(ideographs), [&](Span s) { return c >= s.first && c <= s.last; });
}

constexpr std::string_view leads[] = {"G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H"},
    vowels[] = {"A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE", "WI", "YU", "EU", "YI", "I"},
    tails[] = {"", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M", "B", "BS", "S", "SS", "NG", "J", "C", "K", "T", "P", "H"};
constexpr uint32_t first_syllable = 0xac00, vowel_count = 21, tail_count = 28, syllables = 19 * vowel_count * tail_count;

// The longest of the jamo that `rest` begins with; takes it off.
template <size_t n>
uint32_t take_jamo(const std::string_view (&jamo)[n], std::string_view& rest) {
  size_t best = n;
  for (size_t i = 0; i < n; ++i)
    if (rest.starts_with(jamo[i]) && (best == n || jamo[i].size() > jamo[best].size())) best = i;
  if (best < n) rest.remove_prefix(jamo[best].size());
  return static_cast<uint32_t>(best);
}

bool syllable_named(std::string_view rest, uint32_t& c) {
  uint32_t lead = take_jamo(leads, rest), vowel = take_jamo(vowels, rest);
  if (vowel == vowel_count) return false;
  uint32_t tail = take_jamo(tails, rest);
  c = first_syllable + (lead * vowel_count + vowel) * tail_count + tail;
  return rest.empty();
}

bool ideograph_named(std::string_view digits, uint32_t& c) {
  if (digits.size() != 4 && digits.size() != 5) return false;
  c = 0;
  for (char d : digits) {
    if (!((d >= '0' && d <= '9') || (d >= 'A' && d <= 'F'))) return false;
    c = c << 4 | static_cast<uint32_t>(d <= '9' ? d - '0' : d - 'A' + 10);
  }
  return is_ideograph(c);
}

void append_number(Text& out, uint32_t c) {
  int digits = c >= 0x100000 ? 6 : c >= 0x10000 ? 5 : 4;
  while (digits-- > 0) out.append("0123456789ABCDEF"[c >> 4 * digits & 15]);
}

void append_words(Text& out, const BlockReader& name, uint32_t c) {
  for (uint32_t i = 0; i < name.count; ++i) {
    std::string_view w = word(name.words[i]);
    if (i > 0) out.append(' ');
    bool numbered = w.ends_with('#');
    out.append(w.substr(0, w.size() - numbered));
    if (numbered) append_number(out, c);
  }
}

// The words of a name as numbers; one that is unknown may still end in the character's number. Empty: no character has that name.
std::vector<uint32_t> words_of(std::string_view name) {
  auto find = [](std::string_view wanted) {
    const char* at = name_words;
    for (uint32_t i = 0; i < static_cast<uint32_t>(name_word_count); ++i) {
      const char* end = at;
      while (*end != ' ') ++end;
      if (std::string_view(at, static_cast<size_t>(end - at)) == wanted) return i;
      at = end + 1;
    }
    return static_cast<uint32_t>(name_word_count);
  };
  std::vector<uint32_t> out;
  for (size_t at = 0; at <= name.size();) {
    size_t end = std::min(name.find(' ', at), name.size());
    std::string_view text = name.substr(at, end - at);
    uint32_t number = find(text);
    if (number == static_cast<uint32_t>(name_word_count) && text.find('-') != text.npos)
      number = find(std::string(text.substr(0, text.rfind('-') + 1)) + '#');
    if (number == static_cast<uint32_t>(name_word_count)) return {};
    out.push_back(number);
    at = end + 1;
  }
  return out;
}

}  // namespace

bool character_name(Text& out, uint32_t c) {
  if (c - first_syllable < syllables) {
    uint32_t s = c - first_syllable;
    out.append(syllable_prefix);
    for (std::string_view jamo : {leads[s / (vowel_count * tail_count)], vowels[s / tail_count % vowel_count], tails[s % tail_count]}) out.append(jamo);
    return true;
  }
  if (is_ideograph(c)) return out.append(ideograph_prefix), append_number(out, c), true;
  int low = 0, high = name_blocks_count / 2;     // the last block that does not begin after c
  while (high - low > 1) {
    int middle = (low + high) / 2;
    ((name_blocks[2 * middle] & 0xffffff) <= c ? low : high) = middle;
  }
  const uint32_t* block = name_blocks + 2 * low;
  uint32_t place = c - (block[0] & 0xffffff);
  if (place >= block[0] >> 24) return false;
  BlockReader reader(block);
  for (uint32_t i = 0; i <= place; ++i) reader.next();
  append_words(out, reader, c);
  return true;
}

bool character_named(std::string_view name, uint32_t& c) {
  if (name.starts_with(syllable_prefix)) return syllable_named(name.substr(syllable_prefix.size()), c);   // these in capitals only
  if (name.starts_with(ideograph_prefix)) return ideograph_named(name.substr(ideograph_prefix.size()), c);
  std::string capitals(name);
  for (char& letter : capitals)
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - ('a' - 'A'));
  std::string_view wanted = capitals;
  const std::vector<uint32_t> words = words_of(wanted);
  if (words.empty()) return false;
  for (const uint32_t* block = name_blocks; block != name_blocks + name_blocks_count; block += 2) {
    BlockReader reader(block);
    for (uint32_t i = 0; i < block[0] >> 24; ++i) {
      reader.next();
      if (!std::equal(words.begin(), words.end(), reader.words, reader.words + reader.count)) continue;
      c = (block[0] & 0xffffff) + i;
      Text whole;
      append_words(whole, reader, c);
      if (whole.view() == wanted) return true;
    }
  }
  return false;
}

}  // namespace py::unicode
