// As much of a WebAssembly object file as it takes to see what its code and data point to, and to take pointers out.
// https://github.com/WebAssembly/tool-conventions/blob/main/Linking.md
#pragma once

#include <cstdint>
#include <span>
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
    std::string_view name;                     // of functions and data
    uint32_t function = nowhere;               // the one it is, of those defined here; else nowhere
    uint32_t segment = nowhere, offset = 0;    // data that is defined here; else nowhere
    bool is_local = false, is_weak = false, is_kept = false;   // kept: the linker drops it never
    bool is_defined() const { return function != nowhere || segment != nowhere; }
  };
  struct Pointer {                             // a relocation
    uint8_t type = 0;
    uint32_t function = nowhere;               // where it is: in the code of a function,
    uint32_t segment = nowhere;                // or in a data segment
    uint32_t offset = 0;                       // in the code section or in the segment
    uint32_t symbol = 0;
    int64_t addend = 0;
    size_t begin = 0, end = 0;                 // its entry in the file
    bool to_symbol() const { return type != type_index; }
    bool to_data() const;                      // the address of a data symbol
    bool is_constant() const { return type == memory_address_sleb; }   // the operand of i32.const
    bool to_function() const { return type == table_index_i32; }
  };

  std::vector<std::string_view> functions;     // those with code here
  std::vector<std::string_view> segments;
  std::vector<Symbol> symbols;
  std::vector<uint32_t> initializers;          // symbols of functions that run before main()
  std::vector<Pointer> pointers;               // those of the code first; those of one function or segment together, by rising offsets

  // The pointers in a function or a segment.
  std::span<const Pointer> pointers_of_function(size_t function) const { return range(of_function_, function); }
  std::span<const Pointer> pointers_of_segment(size_t segment) const { return range(of_segment_, segment); }
  // The code after a pointer in it.
  std::string_view code_after(const Pointer& pointer) const;
  // The text a pointer to data points to, up to its terminator; empty: not defined here.
  std::string_view text(const Pointer& pointer) const;
  // The file without some pointers of 32 bits in data: their places hold 0.
  std::string without(const std::vector<const Pointer*>& taken_out) const;

 private:
  struct RelocationSection {
    size_t begin = 0, size_end = 0, count = 0, entries = 0, end = 0;   // offsets in the file: id, payload, count, first entry, end
    uint32_t entry_count = 0;
  };
  struct Range {
    size_t begin = 0, end = 0;                 // indexes of pointers
  };
  static constexpr uint8_t table_index_i32 = 2, memory_address_sleb = 4, type_index = 6;
  std::span<const Pointer> range(const std::vector<Range>& ranges, size_t i) const { return std::span(pointers).subspan(ranges[i].begin, ranges[i].end - ranges[i].begin); }
  bool read_imports(size_t begin, size_t end);
  bool read_code(size_t begin, size_t end);
  bool read_data(size_t begin, size_t end);
  bool read_symbols(size_t begin, size_t end);
  bool read_relocations(size_t section_begin, size_t payload, size_t begin, size_t end, const std::vector<size_t>& section_starts);

  std::string_view bytes_;
  std::vector<std::string_view> imported_;     // names of the functions that come from elsewhere
  std::vector<size_t> function_starts_, segment_starts_;   // in the file
  size_t code_section_ = SIZE_MAX, data_section_ = SIZE_MAX;   // indexes among the sections
  size_t code_start_ = 0;                      // of that section's payload
  std::vector<Range> of_function_, of_segment_;
  std::vector<RelocationSection> relocations_;
};

}  // namespace portalis::driver
