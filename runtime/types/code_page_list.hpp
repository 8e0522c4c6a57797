// The list of single-byte encodings and the one way to it.
//
// All tables together are 20 kB, which few programs need. So nothing but the function in `code_page_entry` knows them, without which a
// WebAssembly program is linked unless the compiler saw the name of a page in it, or a place where such a name may come from
// elsewhere (compiler/driver/spoken_names.cpp). The function sets `opened_code_pages`, which everything else reads.
#pragma once

#include <atomic>
#include <cstdint>

namespace py {

struct NativeDef;

struct CodePage {
  const char *name, *names;              // as in abi/code_pages.def
  uint32_t first, at;                    // characters[at] is that of the byte `first`
};
struct CodePages {
  const CodePage *begin, *end;
  const uint16_t* characters;            // of all pages, one after the other
};
extern std::atomic<const CodePages*> opened_code_pages;

// Defined in a file of its own: whoever sees the initializer calls the function without the table.
extern const NativeDef code_page_entry[];

}  // namespace py
