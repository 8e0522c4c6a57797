// The one function that leads to the tables of single-byte encodings (code_page_list.hpp).
#include "runtime/types/code_page_list.hpp"

#include <iterator>

#include "runtime/object/call.hpp"

namespace py {

extern const uint16_t code_page_characters[];            // code_page_tables.cpp

constinit std::atomic<const CodePages*> opened_code_pages;

namespace {

Value open_pages(const Value*, uint32_t) {
  static constexpr CodePage pages[] = {
#define PORTALIS_CODE_PAGE(name, names, first, at) {name, names, first, at},
#include "abi/code_pages.def"
#undef PORTALIS_CODE_PAGE
  };
  static constexpr CodePages all = {std::begin(pages), std::end(pages), code_page_characters};
  opened_code_pages.store(&all, std::memory_order_relaxed);        // constants: nothing to order
  return None;
}

}  // namespace

const NativeDef code_page_entry[] = {PY_NOARGS("code page", open_pages), {}};

}  // namespace py
