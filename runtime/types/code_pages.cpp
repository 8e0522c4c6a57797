// Lookups in the tables of single-byte encodings.
//
// All tables together are 20 kB, which few programs need. So there is one way to them: the function in `code_page_entry`, without which a
// WebAssembly program is linked unless the compiler saw the name of a page in it, or a place where such a name may come from
// elsewhere (compiler/driver/spoken_names.cpp). Whoever has a page's Encoding got it through that function.
#include "runtime/types/code_pages.hpp"

#include <atomic>

#include "abi/encoding_names.hpp"
#include "runtime/object/call.hpp"

namespace py {

extern const NativeDef code_page_entry[];                // not constant to the compiler: it would call the function without the table

namespace {

struct Page {
  const char *name, *names;
  uint32_t first, at;                                    // code_page_characters[at] is that of the byte `first`
};
struct Pages {
  const Page *begin, *end;
};
std::atomic<const Pages*> opened;

Value open_pages(const Value*, uint32_t) {
  static constexpr Page pages[] = {
#define PORTALIS_CODE_PAGE(name, names, first, at) {name, names, first, at},
#include "abi/code_pages.def"
#undef PORTALIS_CODE_PAGE
  };
  static constexpr Pages all = {std::begin(pages), std::end(pages)};
  opened.store(&all, std::memory_order_relaxed);         // constants: nothing to order
  return None;
}

const Page& page_of(Encoding e) {
  return opened.load(std::memory_order_relaxed)->begin[static_cast<int>(e) - static_cast<int>(Encoding::first_code_page)];
}

}  // namespace

const NativeDef code_page_entry[] = {PY_NOARGS("code page", open_pages), {}};

Encoding find_code_page(std::string_view name) {
  if (tables_have_gaps && !code_page_entry->fn) return Encoding::unknown;
  if (!opened.load(std::memory_order_relaxed)) (void)code_page_entry->fn(nullptr, 0);
  const Pages* all = opened.load(std::memory_order_relaxed);
  const std::string spelling = portalis::normalized_encoding(name);
  for (const Page* p = all->begin; p != all->end; ++p)
    if (portalis::is_among(p->names, spelling)) return static_cast<Encoding>(static_cast<int>(Encoding::first_code_page) + (p - all->begin));
  return Encoding::unknown;
}

const char* code_page_name(Encoding page) { return page_of(page).name; }

bool keeps_ascii(Encoding page) { return page_of(page).first == 128; }

uint32_t code_page_character(Encoding page, uint8_t byte) {
  const Page& p = page_of(page);
  return byte < p.first ? byte : code_page_characters[p.at + byte - p.first];
}

bool put_in_code_page(Text& out, uint32_t c, Encoding page) {
  const Page& p = page_of(page);
  if (c < p.first) return out.append(static_cast<char>(c)), true;
  for (uint32_t byte = 256; byte-- > p.first && c != undefined_in_page;)
    if (code_page_characters[p.at + byte - p.first] == c) return out.append(static_cast<char>(byte)), true;
  return false;
}

}  // namespace py
