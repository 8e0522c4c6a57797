// Attributes of instances, classes and modules: what is found under a name, what is stored there, and, once kinds are settled
// (escapes.cpp), what may be found or called there besides.
#include "compiler/inference/program.hpp"

namespace portalis::inference {
namespace {

// Attributes through which a program reaches modules, and everything, without naming them.
constexpr std::string_view reach_modules[] = {"modules", "f_globals", "__globals__", "import_module", "f_builtins", "f_locals"};
constexpr std::string_view reach_everything[] = {"get_objects", "get_referrers", "get_referents"};
// Those that give away nothing of the object.
constexpr std::string_view harmless_attributes[] = {"__name__", "__qualname__", "__doc__", "__module__"};

constexpr Kinds followed_kinds = ir::kind_instance | ir::kind_class | ir::kind_module | ir::kind_none;

}  // namespace

Type Program::in_class(uint32_t cls, const std::string& name, int depth) {
  auto found = classes_.find(cls);
  if (found == classes_.end() || depth > 20) return {};
  auto own = found->second.names.find(name);
  if (own != found->second.names.end()) return own->second;
  for (uint32_t base : found->second.bases) {
    if (Type t = in_class(base, name, depth + 1); t.kinds || t.open) return t;
  }
  return {};
}

// What subclasses put in its place.
Type Program::overridden(uint32_t cls, const std::string& name, int depth) {
  Type out;
  auto found = classes_.find(cls);
  if (found == classes_.end() || depth > 20) return out;
  for (uint32_t sub : found->second.subclasses) {
    auto own = classes_[sub].names.find(name);
    if (own != classes_[sub].names.end()) lattice_.join(out, own->second);
    lattice_.join(out, overridden(sub, name, depth + 1));
  }
  return out;
}

Type Program::stored(uint32_t cls, const std::string& name, bool up, int depth) {
  Type out;
  auto found = classes_.find(cls);
  if (found == classes_.end() || depth > 20) return out;
  auto own = found->second.attributes.find(name);
  if (own != found->second.attributes.end()) out = own->second;
  if (up) {
    for (uint32_t base : found->second.bases) lattice_.join(out, stored(base, name, true, depth + 1));
  }
  if (!up || depth == 0) {
    for (uint32_t sub : found->second.subclasses) lattice_.join(out, stored(sub, name, false, depth + 1));
  }
  return out;
}

Type Program::attribute(const Type& object, const std::string& name) {
  Type out;
  if (settled_) settle_reach(name);
  const std::vector<uint32_t> members = lattice_.members(object);
  for (uint32_t id : members) lattice_.join(out, attribute({object.kinds, id, object.content}, name));
  if (object.open) out = opened(out);
  if (!members.empty()) return out;
  if (object.may(ir::kind_module) && object.id < many && (object.id < globals_.size() || object.id >= first_native_module)) {
    if (object.id < globals_.size()) {
      out = global(object.id, name);
      if (name.starts_with("__")) out = opened(out);
      if (out.kinds) return out;
      auto sub = modules_.find(functions_[first_function_[object.id]].module->name + "." + name);
      return sub == modules_.end() ? out : of(ir::kind_module, sub->second);
    }
    const std::string& module = native_names_[object.id - first_native_module];
    if (module == "math" && (name == "pi" || name == "e" || name == "tau" || name == "inf" || name == "nan")) return patched_.count(object.id) ? opened(of(ir::kind_float)) : of(ir::kind_float);
    auto [it, fresh] = native_function_ids_.try_emplace(module + "." + name, first_native_function + static_cast<uint32_t>(native_functions_.size()));
    if (fresh) native_functions_.push_back({object.id, name});
    return opened(of(ir::kind_function, it->second));
  }
  if (object.may(ir::kind_class)) {
    Type in = in_class(object.id, name);
    lattice_.join(out, in);
    if (settled_) settle_class_attribute(object, name, in, out);
  }
  if (object.may(ir::kind_instance)) {
    if (object.id < many) {
      Type held = stored(object.id, name, true);
      lattice_.join(out, held);
      Type in = in_class(object.id, name);
      if (settled_) settle_instance_attribute(object, name, held, in, out);
      if (in.is(ir::kind_other) && in.id < functions_.size()) in = call_function(in.id, {{object}, {}});   // a property
      lattice_.join(out, in);
    } else {
      auto found = stored_anywhere_.find(name);
      if (found != stored_anywhere_.end()) lattice_.join(out, found->second);
      out = opened(out);
    }
  }
  if (settled_) settle_attribute(object, name, out);
  return out;
}

void Program::store_attribute(const Type& object, const std::string& name, const Type& value) {
  const std::vector<uint32_t> members = lattice_.members(object);
  for (uint32_t id : members) store_attribute({object.kinds, id, object.content}, name, value);
  if (!members.empty()) return object.open ? escape(value) : void();
  bool of_class = object.id < functions_.size() && functions_[object.id].fn->kind == ir::FunctionKind::class_body;   // not a function it may be besides
  if (object.may(ir::kind_instance) && of_class) join(classes_[object.id].attributes[name], value);
  if (object.may(ir::kind_class) && of_class) join(classes_[object.id].names[name], value);
  if (object.may(ir::kind_module) && object.id < globals_.size()) join(globals_[object.id][name], value);
  join(stored_anywhere_[name], value);
  if (settled_) settle_store(object, name, value);
}

void Program::settle_attribute(const Type& object, const std::string& name, Type& out) {
  if (out.kinds == 0) out.open = true;
  if (among(harmless_attributes, name)) {
    out.open = true;
    return;
  }
  if ((object.kinds & ~followed_kinds) || is_dunder(name)) {
    escape(object);
    out.open = true;
  }
}

// Whatever the object is: `sys.modules` is of a module in C++.
void Program::settle_reach(const std::string& name) {
  if (among(reach_modules, name)) escape_modules();
  if (among(reach_everything, name) && !everything_escapes_) everything_escapes_ = changed_ = true;
}

void Program::settle_class_attribute(const Type& object, const std::string& name, const Type& in, Type& out) {
  lattice_.join(out, overridden(object.id, name));
  if (object.id >= many || in.kinds == 0) out.open = true;
  for (uint32_t id : in.may(ir::kind_function) ? ids_of(in) : std::vector<uint32_t>()) {
    if (id < functions_.size() && functions_[id].binding == FunctionFacts::class_) {
      escape_function(id);
      out.open = true;
    }
  }
  if (in.open || in.may(ir::kind_instance)) {
    escape(object);
    out.open = true;
  }
}

void Program::settle_instance_attribute(const Type& object, const std::string& name, const Type& held, const Type& in, Type& out) {
  Type others = overridden(object.id, name);
  bool binds = (in.kinds | others.kinds) & (ir::kind_function | ir::kind_other | ir::kind_instance);
  bool is_property = in.is(ir::kind_other) && in.id < functions_.size() && !in.open && !others.kinds;
  if (in.open || others.open) escape(object);              // perhaps to a descriptor
  if (in.open || (!in.kinds && !held.kinds && !held.open)) out.open = true;
  lattice_.join(out, others);
  if (!binds || is_property) return;
  escape(in);                            // a bound method
  escape(others);
  if ((in.kinds | others.kinds) & (ir::kind_other | ir::kind_instance)) escape(object);
  out.open = true;
}

// What other objects are than they were once such an attribute is stored.
void Program::settle_change(const std::string& name) {
  bool* change = name == "cell_contents" ? &cells_change_ : name == "__code__" ? &codes_change_ : name == "__class__" ? &classes_change_ : nullptr;
  if (change && !std::exchange(*change, true)) changed_ = true;
}

void Program::settle_store(const Type& object, const std::string& name, const Type& value) {
  bool elsewhere = object.open || (object.kinds & ~followed_kinds) || object.kinds == 0;
  if (object.may(ir::kind_instance)) {
    Type in = object.id < many ? in_class(object.id, name) : Type{};
    elsewhere |= object.id >= many || in.open || (in.kinds & (ir::kind_instance | ir::kind_other)) || in_class(object.id, "__setattr__").kinds;
  }
  if (object.may(ir::kind_module) && object.id >= first_native_module && object.id < many) {
    escape(object);
    elsewhere = true;
  }
  settle_change(name);
  if (elsewhere || is_dunder(name)) escape(object);
  if (elsewhere || is_dunder(name)) escape(value);
}

}  // namespace portalis::inference
