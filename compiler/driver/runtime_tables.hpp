// What the compiler knows of the runtime's tables, as wasm32 lays them out: which of their pointers lead anywhere only once a
// name is spoken. runtime/object/type.hpp, class.hpp and call.hpp assert that they are laid out like this.
#pragma once

#include <string_view>

#include "compiler/driver/wasm_object.hpp"

namespace portalis::driver::runtime_tables {

inline constexpr uint32_t def_function = 4, def_kind = 16, def_raw_function = 20, def_size = 28, def_mark = 0x64656600;   // NativeDef
inline constexpr uint32_t type_size = 408, type_name = 24, type_doc = 40;   // Type; name, size, flags, base and doc are no behaviour
inline constexpr uint32_t type_base = 36, type_create = 44, type_getsets = 308;   // TypeSlots::base, create and getsets
inline constexpr uint32_t getset_size = 12;                                 // GetSetDef
inline constexpr uint32_t slot_def_size = 20, slot_def_wrapper = 12;        // SlotDef
inline constexpr std::string_view slot_defs = "_ZN2py9slot_defsE";
inline constexpr uint32_t type_table_mark = 0x74797065;                     // TypeTable
inline constexpr std::string_view metaclass = "_ZN2py9type_typeE", subclass_test = "_ZN2py10is_subtypeEPKNS_4TypeES2_";

// Slots of classes that only functions of their own read. An operator's sign is spoken by those functions as a name is;
// it must be none that C++ has as a literal.
struct Operator {
  std::string_view sign;
  uint32_t slot, inplace_slot;                 // where a Type has them
  std::string_view readers[2], methods[3];
};
inline constexpr Operator operators[] = {
    {"slots of **", 216, 268, {"_ZN2py9power_modE", "_ZN2py18inplace_power_slowE"}, {"__pow__", "__rpow__", "__ipow__"}},
    {"slots of %", 188, 244, {"_ZN2py14remainder_slowE", "_ZN2py22inplace_remainder_slowE"}, {"__mod__", "__rmod__", "__imod__"}},
};

// Calling `type` makes classes, and calling `int` or `float` reads texts, which takes far more than calling others: for programs that
// could get hold of these classes. Class statements go to type_create() directly, and so does C++ to int_create() and float_create();
// it calls none of the three through the class. What slots hold for methods written in Python waits for `type` being called.
inline constexpr std::string_view call_of_type = "call of type", call_of_int = "call of int", call_of_float = "call of float",
                                  classes_made = "made classes";
inline constexpr std::string_view ways_to_type[] = {"type", "__class__", "__new__", "__call__"};
// From values to their class, besides ways_to_type: by bool, by methods, by what copies and pickles say.
inline constexpr std::string_view ways_to_class[] = {"__base__", "__bases__", "__mro__", "mro", "__self__", "__objclass__", "__reduce__", "__reduce_ex__"};
inline constexpr std::string_view class_maker = "_ZN2py11type_createE";

inline std::string_view sign_of_slot(uint32_t offset) {
  for (const Operator& o : operators) {
    if (offset == o.slot || offset == o.inplace_slot) return o.sign;
  }
  return {};
}

inline std::string_view sign_of_reader(std::string_view symbol) {
  if (symbol.starts_with(class_maker)) return classes_made;
  for (const Operator& o : operators) {
    if (symbol.starts_with(o.readers[0]) || symbol.starts_with(o.readers[1])) return o.sign;
  }
  return {};
}

inline uint32_t word(std::string_view bytes, size_t at) {
  uint32_t out = 0;
  for (size_t i = 4; i-- > 0;) out = out << 8 | static_cast<uint8_t>(bytes[at + i]);
  return out;
}

// A NativeDef that stands alone may be bound under any name, or called by C++ alone.
inline bool is_table_entry(const WasmObject& object, const WasmObject::Pointer& name) {
  if (name.segment == WasmObject::nowhere || !name.to_data()) return false;
  std::string_view segment = object.segments[name.segment];
  if (segment.size() == def_size || name.offset + def_size > segment.size()) return false;
  uint32_t kind = word(segment, name.offset + def_kind);
  return kind >= def_mark && kind < def_mark + 3;
}

// Of a function or a data segment. The last four are classes.
enum class Kind : uint8_t { plain, getsets, slot_defs, list_of_names, type, metaclass, int_class, float_class };

inline Kind kind_of_class(std::string_view name) {
  return name == "type" ? Kind::metaclass : name == "int" ? Kind::int_class : name == "float" ? Kind::float_class : Kind::type;
}
inline bool is_class(Kind kind) { return kind >= Kind::type; }

inline std::string_view sign_of_call(Kind kind) {
  return kind == Kind::metaclass ? call_of_type : kind == Kind::int_class ? call_of_int : kind == Kind::float_class ? call_of_float : std::string_view();
}

// Which name has to be spoken before a pointer of a segment leads anywhere. To be asked in the order of the pointers.
class Conditions {
 public:
  Conditions(const WasmObject& object, Kind kind) : object_(object), kind_(kind) {}

  // Is this the name of a table's entry?
  bool begin_entry(const WasmObject::Pointer& p) {
    const bool begins = kind_ == Kind::slot_defs ? p.offset % slot_def_size == 0
                        : kind_ == Kind::getsets ? p.offset % getset_size == 0 : is_table_entry(object_, p);
    if (is_class(kind_) || !begins || object_.text(p).empty()) return false;
    name_ = object_.text(p);
    at_ = p.offset;
    return true;
  }
  std::string_view of(const WasmObject::Pointer& p) const {
    if (is_class(kind_)) return p.offset == type_create ? sign_of_call(kind_) : sign_of_slot(p.offset);
    if (!p.to_function()) return {};
    if (kind_ == Kind::getsets) return name_;
    if (kind_ == Kind::slot_defs) return p.offset == at_ + slot_def_wrapper ? name_ : classes_made;
    return p.offset == at_ + def_function || p.offset == at_ + def_raw_function ? name_ : std::string_view();
  }

 private:
  const WasmObject& object_;
  const Kind kind_;
  std::string_view name_;                      // of the entry that begins at at_
  uint32_t at_ = 0;
};

}  // namespace portalis::driver::runtime_tables
