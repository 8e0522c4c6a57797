// As much of a WebAssembly object file as it takes to see what its data points to, and to take pointers out.
// https://github.com/WebAssembly/tool-conventions/blob/main/Linking.md
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace portalis::driver {

class WasmObject {
 public:
  // false: not an object file, or one with something unknown in it. `bytes` must outlive this.
  bool read(std::string_view bytes);

  static constexpr uint32_t nowhere = UINT32_MAX;
  struct Symbol {
    uint32_t segment = nowhere, offset = 0;    // data that is defined here; else nowhere
  };
  struct Pointer {                             // a relocation
    uint8_t type = 0;
    uint32_t segment = nowhere, offset = 0;    // where it is: in a data segment; nowhere: in code
    uint32_t symbol = 0;
    int64_t addend = 0;
    size_t begin = 0, end = 0;                 // its entry in the file
    bool to_data() const;                      // the address of a data symbol
    bool to_function() const { return type == table_index_i32; }
  };

  std::vector<std::string_view> segments;
  std::vector<Symbol> symbols;
  std::vector<Pointer> pointers;               // those of one segment by rising offsets

  // The text a pointer to data points to, up to its terminator; empty: not defined here.
  std::string_view text(const Pointer& pointer) const;
  // The file without some pointers of 32 bits in data: their places hold 0.
  std::string without(const std::vector<const Pointer*>& taken_out) const;

 private:
  struct RelocationSection {
    size_t begin = 0, size_end = 0, count = 0, entries = 0, end = 0;   // offsets in the file: id, payload, count, first entry, end
    uint32_t entry_count = 0;
  };
  static constexpr uint8_t table_index_i32 = 2, memory_address_i32 = 5;
  bool read_data(size_t begin, size_t end);
  bool read_symbols(size_t begin, size_t end);
  bool read_relocations(size_t section_begin, size_t payload, size_t begin, size_t end, const std::vector<size_t>& section_starts);

  std::string_view bytes_;
  std::vector<size_t> segment_starts_;         // in the file
  size_t data_section_ = SIZE_MAX;             // index among the sections
  std::vector<RelocationSection> relocations_;
};

}  // namespace portalis::driver
