// Importing: once per module, parents first, one thread at a time per module.
//
// Invariants: an Entry's state goes absent -> loading -> loaded, or back to absent on failure, under import_lock;
// `owner` is the thread that runs the body while loading. A thread that finds a module loading in another thread
// waits, unless that would close a circle of waiting threads: then it gets the half-made module, as CPython does
// (Lib/importlib/_bootstrap.py, _ModuleLock.has_deadlock). import_lock is never held while Python code runs.
#include "runtime/object/import.hpp"

#include <unistd.h>

#include <cstring>

#include "portalis/condvar.hpp"
#include "portalis/mutex.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/operators.hpp"
#include "runtime/object/text.hpp"

namespace py {
namespace {

enum class State : uint8_t { absent, loading, loaded };

struct Entry {
  Str* name;
  const CompiledModule* compiled;        // one of the two
  const ModuleDef* native;
  Module* module;
  ThreadState* owner;
  State state;
};

Entry* entries;
size_t entry_count;
portalis::RawMutex import_lock;
portalis::Condvar import_finished;

// What each waiting thread waits for; at most as many as there are threads waiting, so a small list does.
struct Waiting {
  ThreadState* thread;
  Entry* entry;
  Waiting* next;
};
Waiting* waiting_threads;

Entry* find_entry(Str* name) {
  for (size_t i = 0; i < entry_count; ++i) {
    if (entries[i].name == name) return &entries[i];
  }
  return nullptr;
}

// Would waiting for `entry` wait for this thread in the end? import_lock is held.
bool would_deadlock(Entry* entry) {
  for (size_t steps = 0; steps <= entry_count; ++steps) {
    ThreadState* owner = entry->owner;
    if (owner == this_thread) return true;
    Waiting* w = waiting_threads;
    while (w && w->thread != owner) w = w->next;
    if (!w) return false;
    entry = w->entry;
  }
  return true;
}

void wait_until_loaded(Entry* entry) {
  Waiting self{this_thread, entry, nullptr};
  import_lock.lock();
  if (entry->state == State::loading && !would_deadlock(entry)) {
    self.next = waiting_threads;
    waiting_threads = &self;
    while (entry->state == State::loading) import_finished.wait(import_lock);
    Waiting** at = &waiting_threads;
    while (*at != &self) at = &(*at)->next;
    *at = self.next;
  }
  import_lock.unlock();
}

void finish(Entry* entry, State state) {
  import_lock.lock();
  entry->state = state;
  entry->owner = nullptr;
  import_finished.notify_all();
  import_lock.unlock();
}

Str* parent_of(Str* name, Str** tail) {
  Text text;
  append_utf8(text, name);
  std::string_view whole = text.view();
  size_t dot = whole.rfind('.');
  if (dot == std::string_view::npos) return nullptr;
  *tail = intern(whole.substr(dot + 1));
  return intern(whole.substr(0, dot));
}

Value raise_not_found(Str* name, Str* not_a_package) {
  static Str* const n_name = intern("name");
  if (not_a_package) (void)raise(exc::ModuleNotFoundError, "No module named '%U'; '%U' is not a package", name, not_a_package);
  else (void)raise(exc::ModuleNotFoundError, "No module named '%U'", name);
  Ref error = fetch_error();
  if (set_attribute(error, n_name, object_value(name)) < 0) clear_error();
  restore_error(error.take());
  return Error;
}

void describe(Module* m, const CompiledModule& compiled, Str* package) {
  module_set(m, "__file__", make_str(compiled.file));
  module_set(m, "__package__", incref(object_value(package)));
  if (!compiled.is_package) return;
  std::string_view file = compiled.file;
  size_t slash = file.rfind('/');
  Ref directory = make_str(slash == std::string_view::npos ? "." : file.substr(0, slash));
  Value path = directory;
  module_set(m, "__path__", make_list(&path, 1));
}

// Runs the module's body. The entry is `loading` and owned by this thread.
Value load(Entry* entry, Str* package) {
  Module* m = make_module(entry->name);
  make_immortal(m);                      // emitted code refers to it without counting
  make_immortal(m->globals);
  entry->module = m;
  dict_set(sys_modules(), entry->name, object_value(m));
  if (entry->native) {
    module_set(m, "__package__", incref(object_value(package)));
    return entry->native->fill(m) ? None : Error;
  }
  describe(m, *entry->compiled, package);
  static Str* const n_builtins = intern("__builtins__");
  static Str* const n_builtins_module = intern("builtins");
  Ref builtins = dict_get(sys_modules(), n_builtins_module);
  if (!builtins.is_undefined()) dict_set(m->globals, n_builtins, builtins);
  return entry->compiled->run(m);
}

Value load_once(Entry* entry, Str* name, Str* parent, Str* tail) {
  import_lock.lock();
  bool mine = entry->state == State::absent;
  if (mine) {
    entry->state = State::loading;
    entry->owner = this_thread;
  }
  import_lock.unlock();
  if (!mine) {
    wait_until_loaded(entry);
    Value found = dict_get(sys_modules(), name);
    return found.is_undefined() ? raise_not_found(name, nullptr) : found;
  }
  bool is_package = entry->native ? entry->native->is_package : entry->compiled->is_package;
  static Str* const empty = intern("");
  Ref result = load(entry, is_package ? name : parent ? parent : empty);
  if (result.is_error()) {
    dict_delete(sys_modules(), name);
    finish(entry, State::absent);
    return Error;
  }
  finish(entry, State::loaded);
  Value module = dict_get(sys_modules(), name);         // the body may have put another object there
  if (module.is_undefined()) module = object_value(entry->module);
  if (parent) {
    Ref held = Ref::borrow(module), package = dict_get(sys_modules(), parent);
    if (!package.is_undefined() && set_attribute(package, tail, held) < 0) clear_error();
  }
  return module;
}

}  // namespace

Dict* sys_modules() {
  static Dict* const modules = [] {
    Value d = make_dict();
    make_immortal(d.object());
    return d.as<Dict>();
  }();
  return modules;
}

static char start_folder[4096] = "";            // ends in a slash; empty: unknown

Str* absolute_file(const char* file) {
  Text whole;
  if (file[0] != '/' && file[0] != '<') whole.append(start_folder);
  whole.append(file);
  return intern(whole.view());
}

void register_modules(const CompiledModule* const* compiled, const ModuleDef* const* native) {
  if (!::getcwd(start_folder, sizeof start_folder - 1)) start_folder[0] = 0;
  else if (start_folder[1]) std::strcat(start_folder, "/");    // but for the root
  size_t count = 0;
  for (auto m = compiled; *m; ++m) ++count;
  for (auto m = native; *m; ++m) ++count;
  entries = static_cast<Entry*>(allocate_buffer(count * sizeof(Entry)));
  for (auto m = compiled; *m; ++m) entries[entry_count++] = {intern((*m)->name), *m, nullptr, nullptr, nullptr, State::absent};
  for (auto m = native; *m; ++m) entries[entry_count++] = {intern((*m)->name), nullptr, *m, nullptr, nullptr, State::absent};
}

bool is_loading(Module* module) {
  for (size_t i = 0; i < entry_count; ++i) {
    if (entries[i].module == module) return entries[i].state == State::loading && entries[i].name != intern("__main__");
  }
  return false;
}

bool module_is_linked(Str* dotted_name) { return find_entry(dotted_name) != nullptr; }

Value import_module(Str* name) {
  name = intern(name);
  Value found = dict_get(sys_modules(), name);
  if (found.is_none()) {
    return raise(exc::ModuleNotFoundError, "import of %U halted; None in sys.modules", name);
  }
  Entry* entry = find_entry(name);
  if (!found.is_undefined()) {
    if (entry && entry->state == State::loading && entry->owner != this_thread) wait_until_loaded(entry);
    return found;
  }
  Str* tail = nullptr;
  Str* parent = parent_of(name, &tail);
  if (parent) {
    Ref package = import_module(parent);
    if (package.is_error()) return Error;
    found = dict_get(sys_modules(), name);              // the parent may have imported it
    if (!found.is_undefined()) return found;
    static Str* const n_path = intern("__path__");
    if (!entry) {
      Ref path = get_attribute_or_undefined(package, n_path);
      if (path.is_error()) return Error;
      return raise_not_found(name, path.is_undefined() ? parent : nullptr);
    }
  }
  return entry ? load_once(entry, name, parent, tail) : raise_not_found(name, nullptr);
}

Value run_main_module() {
  static Str* const n_main = intern("__main__");
  Entry* entry = find_entry(n_main);
  Module* m = make_module(n_main);
  make_immortal(m);
  make_immortal(m->globals);
  entry->module = m;
  entry->state = State::loading;
  entry->owner = this_thread;
  dict_set(sys_modules(), n_main, object_value(m));
  module_set(m, "__file__", object_value(absolute_file(entry->compiled->file)));
  static Str *const n_builtins = intern("__builtins__"), *const n_builtins_module = intern("builtins");
  Ref builtins = dict_get(sys_modules(), n_builtins_module);
  dict_set(m->globals, n_builtins, builtins);
  Value result = entry->compiled->run(m);
  finish(entry, State::loaded);
  return result;
}

Dict* builtins_dict() {
  static Dict* const dict = [] {
    Ref module = import_module(intern("builtins"));
    return module.as<Module>()->globals;
  }();
  return dict;
}

Value builtin(Str* name) { return dict_get_borrowed(builtins_dict(), name); }

}  // namespace py
