#include "compiler/driver/wasm_object.hpp"

#include <algorithm>

namespace portalis::driver {

namespace {

// Reads numbers and names; after an overrun everything reads as 0 and `good` is false.
struct Reader {
  std::string_view bytes;
  size_t at, end;
  bool good = true;

  uint8_t byte() {
    if (at >= end) return good = false, 0;
    return static_cast<uint8_t>(bytes[at++]);
  }
  uint64_t number() {                          // unsigned LEB128
    uint64_t out = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      uint8_t b = byte();
      out |= uint64_t{b & 0x7fu} << shift;
      if (!(b & 0x80)) return out;
    }
    return good = false, 0;
  }
  int64_t signed_number() {
    uint64_t out = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      uint8_t b = byte();
      out |= uint64_t{b & 0x7fu} << shift;
      if (b & 0x80) continue;
      if ((b & 0x40) && shift + 7 < 64) out |= ~uint64_t{0} << (shift + 7);
      return static_cast<int64_t>(out);
    }
    return good = false, 0;
  }
  std::string_view text() {
    uint64_t size = number();
    if (!good || size > end - at) return good = false, std::string_view();
    std::string_view out = bytes.substr(at, size);
    at += size;
    return out;
  }
  void skip(uint64_t count) {
    if (count > end - at) good = false;
    else at += count;
  }
};

void put_number(std::string& out, uint64_t number) {
  do {
    uint8_t low = number & 0x7f;
    number >>= 7;
    out.push_back(static_cast<char>(low | (number ? 0x80 : 0)));
  } while (number);
}

// Relocations that have an addend after the symbol. All of them are addresses of data but the last three.
enum : uint8_t { function_offset_i32 = 8, section_offset_i32 = 9, function_offset_i64 = 22 };
bool has_addend(uint8_t type) {
  switch (type) {
    case 3: case 4: case 5: case 11: case 14: case 15: case 16: case 17: case 21: case 23: case 25: return true;
    default: return type == function_offset_i32 || type == section_offset_i32 || type == function_offset_i64;
  }
}

}  // namespace

bool WasmObject::Pointer::to_data() const {
  return has_addend(type) && type != function_offset_i32 && type != section_offset_i32 && type != function_offset_i64;
}

bool WasmObject::read(std::string_view bytes) {
  *this = WasmObject();
  bytes_ = bytes;
  if (!bytes.starts_with(std::string_view("\0asm\1\0\0\0", 8))) return false;
  Reader r{bytes, 8, bytes.size()};
  std::vector<size_t> starts;                  // of the sections' payloads
  bool linked = false;
  while (r.good && r.at < r.end) {
    size_t begin = r.at;
    uint8_t id = r.byte();
    uint64_t size = r.number();
    if (!r.good || size > r.end - r.at) return false;
    size_t payload = r.at, end = payload + size;
    starts.push_back(payload);
    if (id == 2) {
      if (!read_imports(payload, end)) return false;
    } else if (id == 10) {
      code_section_ = starts.size() - 1;
      code_start_ = payload;
      if (!read_code(payload, end)) return false;
    } else if (id == 11) {
      data_section_ = starts.size() - 1;
      if (!read_data(payload, end)) return false;
    } else if (id == 0) {
      Reader custom{bytes, payload, end};
      std::string_view name = custom.text();
      if (name == "linking") {
        if (!read_symbols(custom.at, end)) return false;
        linked = true;
      } else if (name.starts_with("reloc.")) {
        if (!read_relocations(begin, payload, custom.at, end, starts)) return false;
      }
    }
    r.at = end;
  }
  of_function_.resize(functions.size());
  of_segment_.resize(segments.size());
  return r.good && linked;
}

bool WasmObject::read_imports(size_t begin, size_t end) {
  enum : uint8_t { function, table, memory, global, tag };
  Reader r{bytes_, begin, end};
  auto limits = [&] {
    uint64_t flags = r.number();
    r.number();
    if (flags & 1) r.number();                 // there is a maximum
  };
  for (uint64_t n = r.number(); r.good && n > 0; --n) {
    r.text();                                  // the module
    std::string_view name = r.text();
    switch (r.byte()) {
      case function: r.number(); imported_.push_back(name); break;
      case table: r.byte(); limits(); break;
      case memory: limits(); break;
      case global: r.byte(); r.byte(); break;
      case tag: r.byte(); r.number(); break;
      default: return false;
    }
  }
  return r.good;
}

bool WasmObject::read_code(size_t begin, size_t end) {
  Reader r{bytes_, begin, end};
  for (uint64_t n = r.number(); r.good && n > 0; --n) {
    uint64_t size = r.number();
    if (!r.good || size > end - r.at) return false;
    function_starts_.push_back(r.at);
    functions.push_back(bytes_.substr(r.at, size));
    r.skip(size);
  }
  return r.good;
}

bool WasmObject::read_data(size_t begin, size_t end) {
  Reader r{bytes_, begin, end};
  for (uint64_t n = r.number(); r.good && n > 0; --n) {
    uint64_t flags = r.number();
    if (flags == 2) r.number();                // which memory
    else if (flags > 2) return false;
    if (flags != 1) {                          // where it goes: (i32|i64).const, end
      r.byte();
      r.signed_number();
      if (r.byte() != 0x0b) return false;
    }
    uint64_t size = r.number();
    segment_starts_.push_back(r.at);
    if (!r.good || size > end - r.at) return false;
    segments.push_back(bytes_.substr(r.at, size));
    r.skip(size);
  }
  return r.good;
}

bool WasmObject::read_symbols(size_t begin, size_t end) {
  enum : uint8_t { function, data, global, section, tag, table };
  constexpr uint64_t weak = 1, local = 2, undefined = 0x10, exported = 0x20, explicit_name = 0x40, no_strip = 0x80;
  Reader r{bytes_, begin, end};
  if (r.number() != 2) return false;           // the version of the format
  while (r.good && r.at < end) {
    uint8_t kind = r.byte();
    uint64_t size = r.number(), next = r.at + size;
    if (kind == 8) {                           // the symbol table
      for (uint64_t n = r.number(); r.good && n > 0; --n) {
        Symbol symbol;
        uint8_t what = r.byte();
        uint64_t flags = r.number();
        symbol.is_local = flags & local;
        symbol.is_weak = flags & weak;
        symbol.is_kept = flags & (exported | no_strip);
        if (what == data) {
          symbol.name = r.text();
          if (!(flags & undefined)) {
            symbol.segment = static_cast<uint32_t>(r.number());
            symbol.offset = static_cast<uint32_t>(r.number());
            r.number();                        // its size
            if (symbol.segment >= segments.size()) symbol = {};
          }
        } else if (what == section) {
          r.number();
        } else {
          uint64_t index = r.number();
          std::string_view name;
          if (!(flags & undefined) || (flags & explicit_name)) name = r.text();
          else if (what == function && index < imported_.size()) name = imported_[index];
          if (what == function) symbol.name = name;
          if (what == function && !(flags & undefined)) {
            if (index < imported_.size() || index - imported_.size() >= functions.size()) return false;
            symbol.function = static_cast<uint32_t>(index - imported_.size());
          }
        }
        symbols.push_back(symbol);
      }
    } else if (kind == 6) {
      for (uint64_t n = r.number(); r.good && n > 0; --n) {
        r.number();                            // the priority
        initializers.push_back(static_cast<uint32_t>(r.number()));
      }
    }
    if (next > end) return false;
    r.at = next;
  }
  return r.good;
}

bool WasmObject::read_relocations(size_t section_begin, size_t payload, size_t begin, size_t end, const std::vector<size_t>& section_starts) {
  Reader r{bytes_, begin, end};
  uint64_t section = r.number();
  if (section >= section_starts.size()) return false;
  of_function_.resize(functions.size());
  of_segment_.resize(segments.size());
  RelocationSection s;
  s.begin = section_begin;
  s.size_end = payload;
  s.count = r.at;
  s.entry_count = static_cast<uint32_t>(r.number());
  s.entries = r.at;
  s.end = end;
  relocations_.push_back(s);
  std::vector<Range> nowhere_used;
  const bool in_code = section == code_section_, in_data = section == data_section_;
  const std::vector<size_t>& starts = in_code ? function_starts_ : segment_starts_;
  const std::vector<std::string_view>& parts = in_code ? functions : segments;
  std::vector<Range>& ranges = in_code ? of_function_ : in_data ? of_segment_ : nowhere_used;
  size_t part = 0;
  for (uint32_t n = 0; r.good && n < s.entry_count; ++n) {
    Pointer p;
    p.begin = r.at;
    p.type = r.byte();
    uint64_t offset = r.number();
    p.symbol = static_cast<uint32_t>(r.number());
    if (has_addend(p.type)) p.addend = r.signed_number();
    p.end = r.at;
    if (p.to_symbol() && p.symbol >= symbols.size()) return false;
    if (in_code || in_data) {
      size_t at = section_starts[section] + offset;
      while (part < parts.size() && starts[part] + parts[part].size() <= at) ++part;
      if (part == parts.size() || at < starts[part]) return false;
      (in_code ? p.function : p.segment) = static_cast<uint32_t>(part);
      p.offset = static_cast<uint32_t>(in_code ? offset : at - starts[part]);
      if (ranges[part].begin == ranges[part].end) ranges[part].begin = pointers.size();
      ranges[part].end = pointers.size() + 1;
    }
    pointers.push_back(p);
  }
  return r.good && r.at == end;
}

std::string_view WasmObject::code_after(const Pointer& pointer) const {
  constexpr size_t padded = 5;                 // what the compiler leaves room for
  size_t at = code_start_ + pointer.offset + padded, end = function_starts_[pointer.function] + functions[pointer.function].size();
  return at < end ? bytes_.substr(at, end - at) : std::string_view();
}

std::string_view WasmObject::text(const Pointer& pointer) const {
  if (!pointer.to_data() || pointer.symbol >= symbols.size()) return {};
  const Symbol& symbol = symbols[pointer.symbol];
  if (symbol.segment == nowhere) return {};
  std::string_view segment = segments[symbol.segment];
  int64_t at = symbol.offset + pointer.addend;
  if (at < 0 || at >= static_cast<int64_t>(segment.size())) return {};
  std::string_view rest = segment.substr(static_cast<size_t>(at));
  return rest.substr(0, rest.find('\0'));
}

std::string WasmObject::without(const std::vector<const Pointer*>& taken_out) const {
  // The compiler has put provisional values in the pointers' places.
  std::string zeroed(bytes_);
  for (const Pointer* p : taken_out) {
    if (p->segment != nowhere) zeroed.replace(segment_starts_[p->segment] + p->offset, 4, 4, '\0');
  }
  const std::string_view bytes = zeroed;
  std::vector<const Pointer*> gone = taken_out;
  std::sort(gone.begin(), gone.end(), [](const Pointer* a, const Pointer* b) { return a->begin < b->begin; });
  std::string out;
  size_t copied = 0;
  auto next = gone.begin();
  for (const RelocationSection& s : relocations_) {
    std::string entries;
    size_t from = s.entries;
    uint32_t count = s.entry_count;
    for (; next != gone.end() && (*next)->begin < s.end; ++next, --count) {
      entries.append(bytes.substr(from, (*next)->begin - from));
      from = (*next)->end;
    }
    if (count == s.entry_count) continue;
    entries.append(bytes.substr(from, s.end - from));
    std::string payload(bytes.substr(s.size_end, s.count - s.size_end));   // the name and the section it is about
    put_number(payload, count);
    payload += entries;
    out.append(bytes.substr(copied, s.begin - copied));
    out.push_back(0);                          // a custom section
    put_number(out, payload.size());
    out += payload;
    copied = s.end;
  }
  return out.append(bytes.substr(copied));
}

}  // namespace portalis::driver
