// The walk over functions and data of object files.
#include "compiler/driver/reach.hpp"

#include <algorithm>

namespace portalis::driver {

using namespace runtime_tables;

namespace {

// The name that "py::dunder::add" or "py::names::write" stands for, by the rules of names.def; empty: another symbol.
std::string interned_name(std::string_view symbol) {
  for (std::string_view prefix : {"_ZN2py6dunder", "_ZN2py5names"}) {
    if (!symbol.starts_with(prefix) || !symbol.ends_with('E')) continue;
    std::string name(symbol.substr(prefix.size(), symbol.size() - prefix.size() - 1));
    name.erase(0, name.find_first_not_of("0123456789"));
    if (name.ends_with('_')) name.pop_back();
    return prefix == "_ZN2py6dunder" ? "__" + name + "__" : name;
  }
  return {};
}

// What interns all the names speaks none of them.
bool is_list_of_names(std::string_view symbol) { return symbol.find("11ready_names") != symbol.npos; }

// Called by the C and C++ libraries and by the engine, or started with the program: whatever is not the runtime's own.
bool is_root(const WasmObject::Symbol& symbol) {
  if (symbol.is_local || !symbol.is_defined()) return false;
  return symbol.is_kept || (!symbol.is_weak && symbol.name.find("2py") == symbol.name.npos && symbol.name.find("8portalis") == symbol.name.npos);
}

}  // namespace

Reach::Reach(const std::vector<Input>& inputs, const SpokenNames& spoken) {
  Node next = 0;
  for (const Input& input : inputs) {
    files_.push_back({input.object, next});
    next += static_cast<Node>(input.object->functions.size() + input.object->segments.size());
  }
  reached_.resize(next);
  kinds_.resize(next);
  is_listed_.resize(next);
  is_named_.resize(next);
  for (size_t i = 0; i < files_.size(); ++i) find_definitions(i);
  for (size_t i = 0; i < files_.size(); ++i) find_types(i);
  for (const std::string& name : spoken.names) speak(name);
  for (const Operator& o : operators) {
    bool named = spoken.names.contains("dir");
    for (std::string_view method : o.methods) named = named || spoken.names.contains(method);
    if (named) speak(o.sign);
  }
  auto any_spoken = [&](const auto& names) { return std::any_of(std::begin(names), std::end(names), [&](std::string_view n) { return spoken.names.contains(n); }); };
  if (any_spoken(ways_to_type)) speak(call_of_type);
  const bool gets_at_classes = any_spoken(ways_to_type) || any_spoken(ways_to_class);
  if (gets_at_classes || spoken.names.contains("int")) speak(call_of_int);
  if (gets_at_classes || spoken.names.contains("float")) speak(call_of_float);
  for (size_t i = 0; i < files_.size(); ++i) {
    Node end = files_[i].first + static_cast<Node>(inputs[i].object->functions.size() + inputs[i].object->segments.size());
    for (Node n = files_[i].first; inputs[i].is_whole && n < end; ++n) reach(n);
    for (const Symbol& s : inputs[i].object->symbols) {
      if (is_root(s)) reach(node_of(i, s));
    }
  }
  run();
}

void Reach::find_definitions(size_t file) {
  for (const Symbol& s : files_[file].object->symbols) {
    if (std::string_view sign = sign_of_reader(s.name); s.is_defined() && !sign.empty()) signs_[node_of(file, s)] = sign;
    if (s.is_defined() && is_list_of_names(s.name)) kinds_[node_of(file, s)] = Kind::list_of_names;
    if (s.is_defined() && s.name == slot_defs) kinds_[node_of(file, s)] = Kind::slot_defs;
    if (!s.is_local && s.is_defined()) definitions_[s.name].push_back(node_of(file, s));
  }
}

// A class is a segment of its own whose header says so. It waits for somebody who uses it, or for its name to be spoken and a list
// that holds it to be reached: the module whose class it is.
void Reach::find_types(size_t file) {
  const WasmObject& object = *files_[file].object;
  for (uint32_t segment = 0; segment < object.segments.size(); ++segment) {
    auto pointers = object.pointers_of_segment(segment);
    if (object.segments[segment].size() != type_size || pointers.empty() || pointers[0].offset != 0 || pointers[0].addend != 0) continue;
    if (!pointers[0].to_data() || object.symbols[pointers[0].symbol].name != metaclass) continue;
    auto name = std::find_if(pointers.begin(), pointers.end(), [](const Pointer& p) { return p.offset == type_name; });
    std::string_view text = name == pointers.end() ? std::string_view() : object.text(*name);
    if (text.empty()) continue;
    Node node = node_of_segment(file, segment);
    kinds_[node] = kind_of_class(text);
    behind_names_[text.substr(text.rfind('.') + 1)].push_back(node);
    for (const Pointer& p : pointers) {
      if (p.offset != type_getsets || p.addend != 0) continue;
      for (Node table : targets(file, p)) kinds_[table] = Kind::getsets;
    }
  }
}

Reach::Node Reach::node_of(size_t file, const Symbol& symbol) const {
  return symbol.function != WasmObject::nowhere ? files_[file].first + symbol.function : node_of_segment(file, symbol.segment);
}

Reach::Node Reach::node_of_segment(size_t file, uint32_t segment) const {
  return files_[file].first + static_cast<Node>(files_[file].object->functions.size()) + segment;
}

Reach::Place Reach::place_of(Node node) const {
  auto after = std::upper_bound(files_.begin(), files_.end(), node, [](Node n, const File& f) { return n < f.first; });
  while (after[-1].object->functions.empty() && after[-1].object->segments.empty()) --after;
  size_t file = static_cast<size_t>(after - files_.begin()) - 1, functions = files_[file].object->functions.size(), index = node - files_[file].first;
  return index < functions ? Place{file, true, static_cast<uint32_t>(index)} : Place{file, false, static_cast<uint32_t>(index - functions)};
}

// Which of several equal definitions the linker takes does not matter: all of them.
std::vector<Reach::Node> Reach::targets(size_t file, const Pointer& pointer) const {
  if (!pointer.to_symbol()) return {};
  const Symbol& s = files_[file].object->symbols[pointer.symbol];
  if (!s.is_local) {
    if (auto found = definitions_.find(s.name); found != definitions_.end()) return found->second;
  }
  if (s.is_defined()) return {node_of(file, s)};
  return {};
}

void Reach::reach(Node node) {
  if (reached_[node]) return;
  reached_[node] = true;
  waiting_.push_back(node);
}

void Reach::speak(std::string_view name) {
  constexpr size_t longest = 64;
  if (name.empty() || name.size() > longest || !spoken_.emplace(name).second) return;
  auto found = behind_names_.find(name);
  if (found == behind_names_.end()) return;
  std::vector<Node> nodes = std::move(found->second);
  behind_names_.erase(found);
  for (Node node : nodes) {
    if (is_type(node)) mark_type(node, is_named_, is_listed_);
    else reach(node);
  }
}

void Reach::mark_type(Node node, std::vector<bool>& with_mark, const std::vector<bool>& with_other) {
  with_mark[node] = true;
  if (with_other[node]) reach(node);
}

// The address of a class that is only compared with another does nothing.
bool Reach::asks_identity(const WasmObject& object, const Pointer& pointer) const {
  constexpr char equal = 0x46, not_equal = 0x47, call = 0x10;
  std::string_view code = object.code_after(pointer);
  if (!pointer.is_constant() || pointer.addend != 0 || code.empty()) return false;
  if (code[0] == equal || code[0] == not_equal) return true;
  if (code[0] != call) return false;
  const Pointer* next = &pointer + 1;          // the function that is called
  return next < object.pointers.data() + object.pointers.size() && next->to_symbol() && next->offset == pointer.offset + 6 &&
         object.symbols[next->symbol].name == subclass_test;
}

void Reach::follow(size_t file, const Pointer& pointer, Use use) {
  const WasmObject& object = *files_[file].object;
  if (pointer.to_data()) speak(object.text(pointer));      // what C++ may look up
  if (pointer.to_symbol()) speak(interned_name(object.symbols[pointer.symbol].name));
  for (Node node : targets(file, pointer)) {
    if (use == Use::whole || !is_type(node)) reach(node);
    else if (use == Use::listed) mark_type(node, is_listed_, is_named_);
  }
}

void Reach::visit_function(size_t file, uint32_t function) {
  const WasmObject& object = *files_[file].object;
  Node node = files_[file].first + function;
  if (auto sign = signs_.find(node); sign != signs_.end()) speak(sign->second);
  for (const Pointer& p : object.pointers_of_function(function)) {
    if (kinds_[node] != Kind::list_of_names || !p.to_data()) follow(file, p, asks_identity(object, p) ? Use::compared : Use::whole);
  }
}

// Is the segment a class derived from `type`, which makes classes as `type` does?
bool Reach::is_metaclass(size_t file, uint32_t segment, const Pointer& base) const {
  if (kinds_[node_of_segment(file, segment)] != Kind::type) return false;
  auto nodes = targets(file, base);
  return std::any_of(nodes.begin(), nodes.end(), [&](Node n) { return kinds_[n] == Kind::metaclass; });
}

void Reach::visit_segment(size_t file, uint32_t segment) {
  const WasmObject& object = *files_[file].object;
  std::string_view bytes = object.segments[segment];
  const bool lists_types = bytes.size() > 4 && word(bytes, 0) == type_table_mark;
  Conditions conditions(object, kinds_[node_of_segment(file, segment)]);
  for (const Pointer& p : object.pointers_of_segment(segment)) {
    if (conditions.begin_entry(p)) continue;
    if (p.offset == type_base && is_metaclass(file, segment, p)) speak(call_of_type);
    std::string_view name = conditions.of(p);
    if (name.empty() || spoken_.contains(name)) {
      follow(file, p, lists_types ? Use::listed : Use::whole);
    } else {
      for (Node node : targets(file, p)) behind_names_[name].push_back(node);
    }
  }
}

void Reach::run() {
  while (!waiting_.empty()) {
    Place place = place_of(waiting_.front());
    waiting_.pop_front();
    File& file = files_[place.file];
    if (!file.is_linked) {
      file.is_linked = true;
      for (uint32_t symbol : file.object->initializers) reach(node_of(place.file, file.object->symbols[symbol]));
    }
    if (place.is_function) visit_function(place.file, place.index);
    else visit_segment(place.file, place.index);
  }
}

std::vector<const WasmObject::Pointer*> Reach::unreachable(size_t input) const {
  const WasmObject& object = *files_[input].object;
  std::vector<const Pointer*> out;
  for (uint32_t segment = 0; segment < object.segments.size(); ++segment) {
    const Node node = node_of_segment(input, segment);
    Conditions conditions(object, kinds_[node]);
    for (const Pointer& p : object.pointers_of_segment(segment)) {
      if (conditions.begin_entry(p)) continue;
      std::string_view name = conditions.of(p);
      bool is_hollow = is_type(node) && !reached_[node] && p.offset > type_doc;
      if (is_hollow || (!name.empty() && !spoken_.contains(name))) out.push_back(&p);
    }
  }
  return out;
}

}  // namespace portalis::driver
