// The _regex module: what stdlib/re is made of. compile() takes what the assembler made (stdlib/re/_assemble.py):
//     compile(pattern, flags, names, groups, marks, ascii_only, code, sets)
// with the code as a list of ints, and each set as (negative, ignore case, ASCII only, classes, bounds).
#include "runtime/modules/regex/regex.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/module.hpp"

namespace py::regex {

namespace {

uint32_t word(Value v) { return static_cast<uint32_t>(v.small_int()); }

std::vector<uint32_t> words_of(Value list_of_ints) {
  Values items;
  std::vector<uint32_t> words;
  if (!collect(items, list_of_ints)) return words;
  words.reserve(static_cast<size_t>(items.size()));
  for (int64_t i = 0; i < items.size(); ++i) words.push_back(word(items[i]));
  return words;
}

Value compile(const Value* args, uint32_t) {
  auto* program = new Program;
  program->groups = word(args[3]);
  program->marks = word(args[4]);
  program->ascii_only = args[5].same(True);
  program->code = words_of(args[6]);
  Values sets;
  if (!collect(sets, args[7])) return delete program, Error;
  for (int64_t i = 0; i < sets.size(); ++i) {
    const Value* parts = sets[i].as<Tuple>()->items();
    program->sets.emplace_back(parts[0].same(True), parts[1].same(True), parts[2].same(True), word(parts[3]), words_of(parts[4]));
  }
  program->first = first_chars(*program);
  Pattern* p = allocate<Pattern>(&pattern_type);
  p->source = incref(args[0]);
  p->flags = args[1].small_int();
  p->names = incref(args[2]);
  p->is_text = as_str(args[0]) != nullptr;
  p->program = program;
  return object_value(p);
}

Value set_helpers(const Value* args, uint32_t) {
  helpers.parse_template.set(incref(args[0]));
  helpers.show_flags.set(incref(args[1]));
  return None;
}

constexpr NativeDef functions[] = {PY_RANGE("compile", compile, 8, 8), PY_RANGE("set_helpers", set_helpers, 2, 2), {}};

struct Named {
  const char* name;
  uint32_t value;
};
constexpr Named constants[] = {
    {"DONE", op_done}, {"TEXT", op_text}, {"ONE", op_one}, {"RUN", op_run}, {"LAZY_RUN", op_lazy_run}, {"OWN_RUN", op_own_run},
    {"JUMP", op_jump}, {"SPLIT", op_split}, {"MARK", op_mark}, {"CLOSE", op_close}, {"BEGIN", op_begin}, {"LOOP", op_loop},
    {"AGAIN", op_again}, {"AT", op_at}, {"LOOK", op_look}, {"ATOMIC", op_atomic}, {"IF", op_if},
    {"CHAR", test_char}, {"ANY", test_any}, {"NOT_NEWLINE", test_not_newline}, {"SET", test_set},
    {"START", place_start}, {"LINE_START", place_line_start}, {"END", place_end}, {"LINE_END", place_line_end},
    {"VERY_END", place_very_end}, {"BOUNDARY", place_boundary}, {"ASCII_BOUNDARY", place_ascii_boundary},
    {"NO_BOUNDARY", place_no_boundary}, {"NO_ASCII_BOUNDARY", place_no_ascii_boundary},
    {"DIGIT", CharSet::digit}, {"NOT_DIGIT", CharSet::not_digit}, {"SPACE", CharSet::space}, {"NOT_SPACE", CharSet::not_space},
    {"WORD", CharSet::word}, {"NOT_WORD", CharSet::not_word}, {"NO_LIMIT", no_limit},
};

bool fill(Module* module) {
  for (Type* type : {&pattern_type, &match_type, &scanner_type}) type_ready(*type);
  module_add_functions(module, functions);
  for (const Named& constant : constants) module_set(module, constant.name, small_int(constant.value));
  module_add_type(module, pattern_type);
  module_add_type(module, match_type);
  return true;
}

}  // namespace
}  // namespace py::regex

namespace py::native {
extern const ModuleDef module__uregex;
const ModuleDef module__uregex = {"_regex", regex::fill, false};
}  // namespace py::native
