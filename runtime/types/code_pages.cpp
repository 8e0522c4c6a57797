// Lookups in the tables of single-byte encodings. Whoever has a page's Encoding got it from find_code_page(), which opened them.
#include "runtime/types/code_pages.hpp"

#include "abi/encoding_names.hpp"
#include "runtime/object/call.hpp"
#include "runtime/types/code_page_list.hpp"

namespace py {
namespace {

struct OpenedPage {
  const CodePage& page;
  const uint16_t* characters;            // from the byte `page.first` on

  explicit OpenedPage(Encoding e) : OpenedPage(*opened_code_pages.load(std::memory_order_relaxed), e) {}
  OpenedPage(const CodePages& all, Encoding e)
      : page(all.begin[static_cast<int>(e) - static_cast<int>(Encoding::first_code_page)]), characters(all.characters + page.at) {}
};

}  // namespace

Encoding find_code_page(std::string_view name) {
  if (tables_have_gaps && !code_page_entry->fn) return Encoding::unknown;
  if (!opened_code_pages.load(std::memory_order_relaxed)) (void)code_page_entry->fn(nullptr, 0);
  const CodePages* all = opened_code_pages.load(std::memory_order_relaxed);
  const std::string spelling = portalis::normalized_encoding(name);
  for (const CodePage* p = all->begin; p != all->end; ++p)
    if (portalis::is_among(p->names, spelling)) return static_cast<Encoding>(static_cast<int>(Encoding::first_code_page) + (p - all->begin));
  return Encoding::unknown;
}

const char* code_page_name(Encoding page) { return OpenedPage(page).page.name; }

bool keeps_ascii(Encoding page) { return OpenedPage(page).page.first == 128; }

uint32_t code_page_character(Encoding page, uint8_t byte) {
  OpenedPage opened(page);
  uint32_t first = opened.page.first;
  return byte < first ? byte : opened.characters[byte - first];
}

bool put_in_code_page(Text& out, uint32_t c, Encoding page) {
  OpenedPage opened(page);
  uint32_t first = opened.page.first;
  if (c < first) return out.append(static_cast<char>(c)), true;
  for (uint32_t byte = 256; byte-- > first && c != undefined_in_page;)
    if (opened.characters[byte - first] == c) return out.append(static_cast<char>(byte)), true;
  return false;
}

}  // namespace py
