// Names: which instruction reads, binds or unbinds one, by its scope.
#include "compiler/lowering/lowering.hpp"

namespace portalis::lowering {

using semantics::Reach;
using semantics::ScopeKind;
using semantics::Symbol;

uint32_t Lowering::variable(Symbol* origin) {
  auto [it, fresh] = fs_->variables.try_emplace(origin, static_cast<uint32_t>(fs_->fn->variables.size()));
  if (!fresh) return it->second;
  ir::Variable v;
  v.name = origin->name;
  v.storage = origin->captured ? ir::Storage::cell : ir::Storage::local;
  v.inlined = origin->scope != fs_->frame;
  fs_->fn->variables.push_back(std::move(v));
  return it->second;
}

Symbol* Lowering::symbol(std::string_view name) {
  return scope_->find(scopes_.mangle(scope_->private_class, name));
}

bool Lowering::never_bound(std::string_view name) {
  auto [it, fresh] = never_bound_.try_emplace(std::string(name), false);
  if (fresh) it->second = scopes_.never_bound(name);
  return it->second;
}

// True when `name`, read here, is looked up in builtins: nothing in this module can make it anything else.
bool Lowering::is_left_to_builtins(std::string_view name) {
  Symbol* s = symbol(name);
  if (!s || s->reach == Reach::frame || s->reach == Reach::free) return false;
  if (s->reach == Reach::name && (s->uses & semantics::use_bound)) return false;
  return never_bound(name);
}

bool Lowering::means_builtin(std::string_view name) { return semantics::is_builtin_name(name) && is_left_to_builtins(name); }

bool Lowering::is_fixed_builtin(std::string_view name) { return scopes_.fixed_builtins && means_builtin(name); }

Operand Lowering::load(std::string_view name) {
  if (name == "__debug__") return boolean(true);
  if (is_fixed_builtin(name)) return builtin(name);
  Symbol* s = symbol(name);
  uint32_t index = name_index(s ? s->name : name);
  if (!s) return emit(Op::load_global, {}, {.name = index});
  switch (s->reach) {
    case Reach::frame: return load_variable(variable(s->origin));
    case Reach::free:
      if (scope_->kind == ScopeKind::class_) {
        return emit(Op::load_name_or_variable, {}, {.name = index, .target = variable(s->origin)});
      }
      return load_variable(variable(s->origin));
    case Reach::name: return emit(Op::load_name, {}, {.name = index});
    case Reach::global: return emit(Op::load_global, {}, {.name = index});
  }
  return {};
}

void Lowering::store(std::string_view name, const Operand& value) {
  Symbol* s = symbol(name);
  switch (s->reach) {
    case Reach::frame:
    case Reach::free: emit(Op::store_variable, {value}, {.target = variable(s->origin)}); break;
    case Reach::name: emit(Op::store_name, {value}, {.name = name_index(s->name)}); break;
    case Reach::global: emit(Op::store_global, {value}, {.name = name_index(s->name)}); break;
  }
}

void Lowering::delete_name(std::string_view name) {
  Symbol* s = symbol(name);
  switch (s->reach) {
    case Reach::frame:
    case Reach::free: emit(Op::delete_variable, {}, {.target = variable(s->origin)}); break;
    case Reach::name: emit(Op::delete_name, {}, {.name = name_index(s->name)}); break;
    case Reach::global: emit(Op::delete_global, {}, {.name = name_index(s->name)}); break;
  }
}

// The end of `except E as name`: the name is unbound, bound or not.
void Lowering::unbind(std::string_view name) {
  Symbol* s = symbol(name);
  if (s->reach == Reach::frame || s->reach == Reach::free) {
    emit(Op::clear_variable, {}, {.target = variable(s->origin)});
    return;
  }
  store(name, none());
  delete_name(name);
}

}  // namespace portalis::lowering
