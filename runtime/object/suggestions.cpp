// "Did you mean: 'x'?" at the end of NameErrors and AttributeErrors (Python/suggestions.c).
#include <algorithm>

#include "runtime/object/containers.hpp"
#include "runtime/object/functions.hpp"
#include "runtime/object/module.hpp"
#include "runtime/object/traceback.hpp"

namespace py {

static constexpr int64_t max_candidates = 750;
static constexpr size_t max_length = 40, move_cost = 2, case_cost = 1;

static char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
static size_t substitution_cost(char a, char b) {
  if (a == b) return 0;
  return lower(a) == lower(b) ? case_cost : move_cost;
}

// Levenshtein's distance where a move costs 2 and a change of case 1; more than `limit` when it exceeds that.
static size_t distance(std::string_view a, std::string_view b, size_t limit) {
  while (!a.empty() && !b.empty() && a.front() == b.front()) a.remove_prefix(1), b.remove_prefix(1);
  while (!a.empty() && !b.empty() && a.back() == b.back()) a.remove_suffix(1), b.remove_suffix(1);
  if (a.empty() || b.empty()) return (a.size() + b.size()) * move_cost;
  if (a.size() > max_length || b.size() > max_length) return limit + 1;
  if (b.size() < a.size()) std::swap(a, b);
  if ((b.size() - a.size()) * move_cost > limit) return limit + 1;
  size_t row[max_length];
  for (size_t i = 0; i < a.size(); ++i) row[i] = (i + 1) * move_cost;
  size_t result = 0;
  for (size_t k = 0; k < b.size(); ++k) {
    size_t diagonal = result = k * move_cost, least = SIZE_MAX;
    for (size_t i = 0; i < a.size(); ++i) {
      size_t substituted = diagonal + substitution_cost(b[k], a[i]);
      diagonal = row[i];
      result = std::min(std::min(result, diagonal) + move_cost, substituted);
      row[i] = result;
      least = std::min(least, result);
    }
    if (least > limit) return limit + 1;
  }
  return result;
}

struct Search {
  Text wanted, best;
  size_t best_distance = SIZE_MAX;
  bool any_order = false;                // candidates come in any order: of equally near ones the alphabet's first is taken, else the first

  void consider(std::string_view candidate) {
    if (candidate == wanted.view()) return;
    size_t limit = (wanted.size + candidate.size() + 3) * move_cost / 6;
    limit = std::min(limit, any_order ? best_distance : best_distance - 1);
    size_t d = distance(wanted.view(), candidate, limit);
    if (d > limit || d > best_distance || (d == best_distance && candidate > best.view())) return;
    best_distance = d;
    best.size = 0;
    best.append(candidate);
  }
  void consider(Value candidate) {
    Str* s = as_str(candidate);
    if (!s) return;
    Text text;
    append_utf8(text, s);
    consider(text.view());
  }
  bool consider_all(Value iterable) {    // true: found something
    Values items;
    if (!collect(items, iterable)) return clear_error(), false;
    if (items.size() >= max_candidates) return false;
    for (int64_t i = 0; i < items.size(); ++i) consider(items[i]);
    return best.size != 0;
  }
};

static void search_attribute(Search& search, AttributeErrorObject* e) {
  Ref object = e->object.get();
  if (object.get().is_none()) return;
  Ref names = call_special(object, dunder::dir);
  if (names.is_error()) return clear_error();
  if (names.is_undefined()) return;
  search.any_order = true;
  search.consider_all(names);
}

static void search_name(Search& search, Exception* e) {
  Ref traceback = e->traceback.get();
  if (traceback.is_undefined()) return;
  auto* tb = traceback.as<Traceback>();
  while (!tb->next.peek().is_undefined()) tb = tb->next.peek().as<Traceback>();
  for (uint32_t i = 0; i < tb->code->local_count; ++i) search.consider(std::string_view(tb->code->names[i]));
  for (uint32_t i = 0; i < tb->code->cell_count; ++i) search.consider(std::string_view(tb->code->cell_names[i]));
  if (search.best.size) return;
  if (!tb->module.is_undefined() && search.consider_all(object_value(module_globals(tb->module.object())))) return;
  search.consider_all(object_value(builtins_dict()));
}

void append_suggestion(Text& out, Value exception) {
  bool attribute = is_subtype(type_of(exception), &exc::AttributeError), name = is_subtype(type_of(exception), &exc::NameError);
  if (!attribute && !name) return;
  Ref wanted = attribute ? exception.as<AttributeErrorObject>()->name.get() : exception.as<NameErrorObject>()->name.get();
  Str* s = as_str(wanted);
  if (!s) return;
  Search search;
  append_utf8(search.wanted, s);
  if (attribute) search_attribute(search, exception.as<AttributeErrorObject>());
  else search_name(search, exception.as<Exception>());
  if (!search.best.size) return;
  out.append(". Did you mean: '");
  out.append(search.best.view());
  out.append("'?");
}

}  // namespace py
