// The lattice of inferred types.
//
// A Type is a set of kinds, joined over everything a value may be, and what is known of each: which class, function or
// module (one, a set of a few, or `many`), and for containers what they hold. Contents are shared: a container type names a Content, and
// joining two container types makes their contents one (Steensgaard's unification), so inference stays near-linear.
#pragma once

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "compiler/ir/ir.hpp"

namespace portalis::inference {

using ir::Kind;
using ir::Kinds;

inline constexpr uint32_t unknown = UINT32_MAX;      // bottom: nothing seen yet
inline constexpr uint32_t many = UINT32_MAX - 1;
inline constexpr uint32_t first_set = 1u << 27;      // from here to first_set + 2^24: ids of Lattice's sets of ids

struct Type {
  Kinds kinds = 0;                     // 0: no value seen yet
  uint32_t id = unknown;               // of the class (instance, class_), function or module, or a set of such
  uint32_t content = unknown;          // of list, tuple, dict, set and iterators
  bool open = false;                   // or what inference does not see (escapes.cpp)
  bool is(Kind kind) const { return kinds == kind; }
  bool may(Kind kind) const { return kinds & kind; }
};

struct Content {
  Type element;                        // of lists, sets, iterators; keys of dicts; all items of a tuple joined
  Type value;                          // of dicts
  std::vector<Type> items;             // of tuples of one known length
  bool one_length = true;
  bool escaped = false;                // may be changed where inference does not see it
  bool keyed = false;                  // of kind_other: `value` is what lies under a key (defaultdict), not what lies in a row (deque)
};

class Lattice {
 public:
  uint32_t new_content();
  uint32_t find(uint32_t content);     // its representative
  Content& content(const Type& t) { return contents_[find(t.content)]; }
  bool has_content(const Type& t) const { return t.content < many; }
  uint32_t content_count() const { return static_cast<uint32_t>(contents_.size()); }
  // What was joined into a type that may be too many things to say which, since this was last asked.
  std::vector<Type> take_lost() { return std::exchange(lost_, {}); }

  // into := into joined with t. True if that changed anything.
  bool join(Type& into, const Type& t);
  bool unify(uint32_t a, uint32_t b);
  // The classes, functions or modules t.id stands for; empty when that is not one set.
  const std::vector<uint32_t>& members(const Type& t) const;
  bool join_element(const Type& container, const Type& element);
  bool join_value(const Type& container, const Type& value);
  bool join_items(const Type& tuple, const std::vector<Type>& items);

 private:
  // Sets hold no more than these; what may be more things than that may be anything.
  static constexpr size_t most_members = 16;
  uint32_t join_ids(uint32_t a, uint32_t b);

  std::vector<std::vector<uint32_t>> sets_;                  // sorted
  std::map<std::vector<uint32_t>, uint32_t> set_ids_;
  std::vector<Content> contents_;
  std::vector<uint32_t> parents_;
  std::vector<Type> lost_;
};

inline Type of(Kind kind) { return {static_cast<Kinds>(kind), unknown, unknown}; }
inline Type of(Kind kind, uint32_t id) { return {static_cast<Kinds>(kind), id, unknown}; }

}  // namespace portalis::inference
