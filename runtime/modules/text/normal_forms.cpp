// Normal forms: decomposing, ordering marks, composing.
#include "runtime/modules/text/normal_forms.hpp"

#include <algorithm>

namespace py::unicode {
namespace {

constexpr uint32_t s_base = 0xac00, l_base = 0x1100, v_base = 0x1161, t_base = 0x11a7, l_count = 19, v_count = 21, t_count = 28,
                   s_count = l_count * v_count * t_count;

void decompose(std::vector<uint32_t>& out, uint32_t c, bool compatible, bool old) {
  if (c - s_base < s_count) {            // Hangul syllables, by rule
    uint32_t s = c - s_base;
    out.push_back(l_base + s / (v_count * t_count));
    out.push_back(v_base + s % (v_count * t_count) / t_count);
    if (s % t_count) out.push_back(t_base + s % t_count);
    return;
  }
  if (old) {                             // decompositions were corrected later, and not all characters were there
    if (old_record(c).category == 0) return out.push_back(c);
    for (const OldDecomposition& d : old_decompositions)
      if (d.code == c) return out.push_back(d.result);
  }
  const uint32_t* entry = c < 0xa0 ? nullptr : decomposition_of(c);
  if (!entry || (entry[0] >> 8 && !compatible)) {
    out.push_back(c);
    return;
  }
  for (uint32_t i = 1; i <= (entry[0] & 0xff); ++i) decompose(out, entry[i], compatible, old);
}

void order(std::vector<uint32_t>& text) {
  for (size_t i = 0; i < text.size();) {
    if (combining_class(text[i]) == 0) {
      ++i;
      continue;
    }
    size_t end = i;
    while (end < text.size() && combining_class(text[end]) != 0) ++end;
    std::stable_sort(text.begin() + static_cast<ptrdiff_t>(i), text.begin() + static_cast<ptrdiff_t>(end),
                     [](uint32_t a, uint32_t b) { return combining_class(a) < combining_class(b); });
    i = end;
  }
}

// The character a and b compose to, or 0.
uint32_t compose_pair(uint32_t a, uint32_t b) {
  if (a - l_base < l_count && b - v_base < v_count) return s_base + ((a - l_base) * v_count + (b - v_base)) * t_count;
  if (a - s_base < s_count && (a - s_base) % t_count == 0 && b - t_base < t_count && b != t_base) return a + (b - t_base);
  const Composition* end = compositions + composition_count;
  const Composition* at = std::lower_bound(compositions, end, Composition{a, b, 0}, [](const Composition& x, const Composition& y) {
    return x.first != y.first ? x.first < y.first : x.second < y.second;
  });
  return at != end && at->first == a && at->second == b ? at->result : 0;
}

void compose(std::vector<uint32_t>& text) {
  size_t out = 0, starter = SIZE_MAX;
  int last_class = -1;
  for (uint32_t c : text) {
    int cls = combining_class(c);
    if (starter != SIZE_MAX && (last_class < cls || last_class == -1)) {
      if (uint32_t composed = compose_pair(text[starter], c)) {
        text[starter] = composed;
        continue;
      }
    }
    if (cls == 0) starter = out, last_class = -1;
    else last_class = cls;
    text[out++] = c;
  }
  text.resize(out);
}

}  // namespace

uint8_t run_value(const uint32_t* runs, int count, uint32_t c) {
  const uint32_t* after = std::upper_bound(runs, runs + count, c << 8 | 0xff);
  return static_cast<uint8_t>(after[-1]);
}
uint8_t combining_class(uint32_t c) { return c < 0x300 ? 0 : run_value(combining_runs, combining_run_count, c); }
const OldRecord& old_record(uint32_t c) { return old_records[run_value(old_runs, old_run_count, c)]; }

const uint32_t* decomposition_of(uint32_t c) {
  const uint32_t* end = decomposition_codes + decomposition_count;
  const uint32_t* at = std::lower_bound(decomposition_codes, end, c);
  return at == end || *at != c ? nullptr : decomposition_data + decomposition_offsets[at - decomposition_codes];
}

bool normal_form(std::vector<uint32_t>& out, std::string_view form, Str* s, bool old) {
  bool compatible = form == "NFKC" || form == "NFKD", composed = form == "NFC" || form == "NFKC";
  if (!compatible && !composed && form != "NFD") return false;
  for (int64_t i = 0; i < s->length; ++i) decompose(out, s->at(i), compatible, old);
  order(out);
  if (composed) compose(out);
  return true;
}

}  // namespace py::unicode
