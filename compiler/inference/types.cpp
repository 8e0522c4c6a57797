// Joining types and unifying what containers hold.
#include "compiler/inference/types.hpp"

#include <algorithm>
#include <iterator>

namespace portalis::inference {

uint32_t Lattice::new_content() {
  parents_.push_back(static_cast<uint32_t>(contents_.size()));
  contents_.emplace_back();
  return parents_.back();
}

uint32_t Lattice::find(uint32_t c) {
  while (parents_[c] != c) c = parents_[c] = parents_[parents_[c]];
  return c;
}

const std::vector<uint32_t>& Lattice::members(const Type& t) const {
  static const std::vector<uint32_t> none;
  return t.id >= first_set && t.id - first_set < sets_.size() ? sets_[t.id - first_set] : none;
}

uint32_t Lattice::join_ids(uint32_t a, uint32_t b) {
  auto set_of = [&](uint32_t id) {
    const std::vector<uint32_t>& set = members({0, id, unknown});
    return set.empty() ? std::vector<uint32_t>{id} : set;
  };
  std::vector<uint32_t> left = set_of(a), right = set_of(b), both;
  std::set_union(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(both));
  if (both == left) return a;
  if (both == right) return b;
  if (both.size() > most_members) return many;
  auto [it, fresh] = set_ids_.try_emplace(both, first_set + static_cast<uint32_t>(sets_.size()));
  if (fresh) sets_.push_back(std::move(both));
  return it->second;
}

bool Lattice::join(Type& into, const Type& t) {
  bool changed = (t.kinds & ~into.kinds) != 0 || (t.open && !into.open);
  into.kinds |= t.kinds;
  into.open |= t.open;
  if (into.id == many && t.id < many) lost_.push_back(t);
  if (t.id != unknown && into.id != t.id && into.id != many) {
    uint32_t joined = into.id == unknown ? t.id : t.id == many ? many : join_ids(into.id, t.id);
    changed |= joined != into.id;
    if (joined == many) {
      for (uint32_t id : {into.id, t.id}) {
        if (id < many) lost_.push_back({into.kinds, id, unknown});
      }
    }
    into.id = joined;
  }
  if (t.content < many) {
    if (into.content == unknown) {
      into.content = t.content;
      changed = true;
    } else {
      changed |= unify(into.content, t.content);
    }
  }
  return changed;
}

bool Lattice::unify(uint32_t a, uint32_t b) {
  a = find(a);
  b = find(b);
  if (a == b) return false;
  parents_[b] = a;                       // first, so that recursive contents come to an end
  Content from = std::move(contents_[b]);
  contents_[b] = {};
  contents_[a].keyed |= from.keyed;
  contents_[a].escaped |= from.escaped;
  Type element = contents_[a].element, value = contents_[a].value;
  join(element, from.element);
  join(value, from.value);
  a = find(a);
  join(contents_[a].element, element);
  join(contents_[a].value, value);
  if (!from.items.empty() || !from.one_length) {
    Content& into = contents_[a];
    if (!from.one_length || (!into.items.empty() && into.items.size() != from.items.size())) {
      into.one_length = false;
      into.items.clear();
    } else if (into.one_length) {
      into.items.resize(from.items.size());
      for (size_t i = 0; i < from.items.size(); ++i) {
        Type item = contents_[a].items[i];
        join(item, from.items[i]);       // may unify further, and move the contents
        if (Content& again = contents_[find(a)]; i < again.items.size()) again.items[i] = item;
      }
    }
  }
  return true;
}

bool Lattice::join_element(const Type& container, const Type& element) {
  if (container.content >= many) return false;
  Type now = content(container).element;
  bool changed = join(now, element);
  if (changed) content(container).element = now;
  return changed;
}

bool Lattice::join_value(const Type& container, const Type& value) {
  if (container.content >= many) return false;
  Type now = content(container).value;
  bool changed = join(now, value);
  if (changed) content(container).value = now;
  return changed;
}

bool Lattice::join_items(const Type& tuple, const std::vector<Type>& items) {
  if (tuple.content >= many) return false;
  bool changed = false;
  Content& c = content(tuple);
  if (c.one_length && c.items.empty() && !items.empty()) {
    c.items.resize(items.size());
    changed = true;
  } else if (c.one_length && c.items.size() != items.size()) {
    c.one_length = false;
    c.items.clear();
    changed = true;
  }
  for (size_t i = 0; i < items.size(); ++i) {
    changed |= join_element(tuple, items[i]);
    if (i >= content(tuple).items.size()) continue;
    Type item = content(tuple).items[i];
    if (join(item, items[i])) {
      changed = true;
      if (i < content(tuple).items.size()) content(tuple).items[i] = item;
    }
  }
  return changed;
}

}  // namespace portalis::inference
