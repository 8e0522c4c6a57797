// Following imports, breadth first; each round's modules are parsed and lowered in parallel.
#include "compiler/driver/module_graph.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <unistd.h>

#include "compiler/driver/known_modules.hpp"
#include "compiler/driver/process.hpp"
#include "compiler/inference/inference.hpp"
#include "compiler/lowering/find_imports.hpp"
#include "compiler/lowering/lower.hpp"
#include "compiler/passes/passes.hpp"
#include "compiler/syntax/all_errors.hpp"

namespace portalis::driver {

namespace fs = std::filesystem;

namespace {

struct Found {
  enum Kind : uint8_t { nowhere, file, native } kind = nowhere;
  std::string path;
  bool is_package = false;
  bool library = false;
};

// "a/b/__init__.py" is module a.b.
std::string module_name(fs::path relative) {
  relative.replace_extension();
  if (relative.filename() == "__init__") relative = relative.parent_path();
  std::string name = relative.string();
  std::replace(name.begin(), name.end(), '/', '.');
  return name;
}

class Loader {
 public:
  Loader(const Layout& layout, ModuleGraph& graph) : layout_(layout), graph_(graph) {}

  void load_program(const std::string& main_file) {
    program_directory_ = fs::path(main_file).parent_path();
    has_program_ = true;
    LoadedModule main;
    main.name = "__main__";
    main.path = main_file;
    graph_.modules.push_back(std::move(main));
    need_native("builtins");
    need_native("sys");
    load_all();
  }

  void load_files(const std::string& root, const std::vector<std::string>& files) {
    program_directory_ = root;
    has_program_ = true;
    all_errors_ = true;
    for (const std::string& file : files) {
      LoadedModule m;
      m.name = module_name(fs::path(file).lexically_relative(program_directory_.empty() ? "." : program_directory_));
      m.path = file;
      m.is_package = fs::path(file).filename() == "__init__.py";
      if (!known_.emplace(m.name, true).second) continue;      // named twice
      graph_.modules.push_back(std::move(m));
    }
    load_all();
  }

  void load_library(const std::vector<std::string>& names) {
    for (const std::string& name : names) need(name);
    load_all();
  }

 private:
  void load_all() {
    for (size_t done = 0; done < graph_.modules.size();) {
      size_t end = graph_.modules.size();
      std::vector<std::vector<lowering::ImportRequest>> imports(end - done);
      in_parallel(end - done, [&](size_t i) { imports[i] = load(graph_.modules[done + i]); });
      for (size_t i = done; i < end; ++i) {
        for (const lowering::ImportRequest& request : imports[i - done]) follow(i, request);
      }
      done = end;
    }
    bool fixed_builtins = std::none_of(graph_.modules.begin(), graph_.modules.end(), [](const LoadedModule& m) {
      return !m.is_library && m.source && semantics::may_change_builtins(m.source->text());
    });
    for (const LoadedModule& m : graph_.modules) {
      if (m.is_library || !m.source) continue;
      traced_lines_ |= semantics::may_trace(m.source->text());
      traced_calls_ |= semantics::may_profile(m.source->text());
    }
    in_parallel(graph_.modules.size(), [&](size_t i) { lower(graph_.modules[i], fixed_builtins || graph_.modules[i].is_library); });
  }

  std::vector<lowering::ImportRequest> load(LoadedModule& m) {
    m.source = SourceFile::load(m.path, m.diagnostics);
    if (!m.source) return {};
    m.arena = std::make_unique<Arena>();
    lowering::Options options = options_for(m);
    if (all_errors_) {
      Recovery recovery = parse_module_with_all_errors(*m.source, *m.arena, m.diagnostics);
      if (m.diagnostics.has_errors()) return recovery.tree ? lowering::find_imports(*recovery.tree, options) : std::vector<lowering::ImportRequest>();
      m.tree = recovery.tree;
    } else {
      m.tree = parse_module(*m.source, *m.arena, m.diagnostics);
    }
    if (!m.tree) return {};
    std::vector<lowering::ImportRequest> imports = lowering::find_imports(*m.tree, options);
    if (!m.is_library)
      for (std::string& name : spoken_modules(m.source->text())) imports.push_back({.name = std::move(name), .guarded = true});
    return imports;
  }

  lowering::Options options_for(const LoadedModule& m) const {
    return {.name = m.name, .is_package = m.is_package, .traced_lines = traced_lines_ && !m.is_library, .traced_calls = traced_calls_ && !m.is_library, .library = m.is_library};
  }

  void lower(LoadedModule& m, bool fixed_builtins) {
    if (!m.tree) return;
    DiagnosticSink sink;                 // of these two phases: what is known of imports does not stop them
    const lowering::Options options = options_for(m);
    m.scopes = semantics::analyze(*m.tree, *m.source, sink, fixed_builtins, options.traced());
    lowering::Lowered lowered;
    if (!sink.has_errors()) lowered = lowering::lower(*m.tree, *m.scopes, *m.source, options, sink);
    for (const Diagnostic& d : sink.diagnostics()) m.diagnostics.add(d);
    if (!lowered.module) return;
    if (m.is_library) {                  // alone, so that its object serves every program
      if (graph_.verify_types) inference::infer_completeness({lowered.module.get()}, inference::World::open);
      else inference::infer({lowered.module.get()});
      passes::run(*lowered.module, graph_.verify_types);
    }
    // Where Portalis is installed must not show in what is compiled: objects of its modules are made when it is built.
    if (m.is_library) lowered.module->file = "<stdlib>/" + fs::path(m.path).lexically_relative(layout_.stdlib_directory).string();
    m.ir = std::move(lowered.module);
  }

  Found find_below(const fs::path& root, const std::string& name, bool library) const {
    std::string relative = name;
    for (char& c : relative) c = c == '.' ? '/' : c;
    std::error_code code;
    fs::path package = root / relative / "__init__.py", module = root / (relative + ".py");
    if (fs::is_regular_file(package, code)) return {Found::file, package, true, library};
    if (fs::is_regular_file(module, code)) return {Found::file, module, false, library};
    return {};
  }

  // As CPython with the script's folder first on sys.path, but the modules Portalis brings in C++ win over files of
  // the same name nowhere else on the path (CPython's built-in modules do too).
  Found find(const std::string& name) const {
    if (name == "sys" || name == "builtins" || name == "time" || name == "_thread") return {Found::native, {}, false, true};
    if (has_program_) {
      if (Found own = find_below(program_directory_, name, false); own.kind != Found::nowhere) return own;
    }
    if (graph_.left_out.contains(name)) return {};
    if (is_native_module(name)) return {Found::native, {}, false, true};
    return find_below(layout_.stdlib_directory, name, true);
  }

  void follow(size_t importer, const lowering::ImportRequest& request) {
    // Parents first: importing a.b.c imports a, then a.b.
    for (size_t dot = request.name.find('.');; dot = request.name.find('.', dot + 1)) {
      std::string prefix = request.name.substr(0, dot);
      bool whole = dot == std::string::npos;
      if (!need(prefix) && !(whole && request.optional)) {
        if (!request.guarded && !graph_.modules[importer].is_library) report_missing(importer, request, prefix);
        return;
      }
      if (whole) return;
    }
  }

  bool need(const std::string& name) {
    if (auto it = known_.find(name); it != known_.end()) return it->second;
    Found found = find(name);
    known_[name] = found.kind != Found::nowhere;
    if (found.kind == Found::native) need_native(name);
    if (found.kind == Found::file) {
      LoadedModule m;
      m.name = name;
      m.path = found.path;
      m.is_package = found.is_package;
      m.is_library = found.library;
      graph_.modules.push_back(std::move(m));
    }
    return found.kind != Found::nowhere;
  }

  void need_native(const std::string& name) {
    if (!native_.insert(name).second) return;
    graph_.native.push_back(name);
    for (const std::string& other : native_needs(name)) need(other);
  }

  void report_missing(size_t importer, const lowering::ImportRequest& request, const std::string& missing) {
    LoadedModule& m = graph_.modules[importer];
    Diagnostic d;
    d.file = m.source.get();
    d.span = request.span;
    if (graph_.left_out.contains(missing)) {
      d.code = "P0401";
      d.message = "the standard module '" + missing + "' is not there on this target";
      d.help = "do without it, or import it inside try/except ImportError with a way around it";
    } else if (is_stdlib_module(missing)) {
      d.code = "P0401";
      d.message = "the standard module '" + missing + "' is not supported yet";
      d.help = "do without it, or import it inside try/except ImportError with a way around it";
    } else {
      d.code = "P0402";
      d.message = "no module named '" + missing + "'";
      d.help = "it is neither beside the program (looked for " + missing + ".py and " + missing + "/__init__.py in " +
               (program_directory_.empty() ? "." : program_directory_.string()) + ") nor part of Portalis's standard library";
    }
    m.diagnostics.add(std::move(d));
  }

  const Layout& layout_;
  ModuleGraph& graph_;
  fs::path program_directory_;
  bool has_program_ = false, traced_lines_ = false, traced_calls_ = false;
  bool all_errors_ = false;                    // of each file, instead of CPython's one
  std::map<std::string, bool> known_;
  std::set<std::string> native_;
};

}  // namespace

namespace {

bool all_good(ModuleGraph& graph) {
  bool good = true;
  for (LoadedModule& m : graph.modules) {
    if (m.tree) m.diagnostics.sort();          // else CPython's error stays the first
    good = good && !m.diagnostics.has_errors() && m.ir;
  }
  return good;
}

}  // namespace

// The program's own modules together, once all are there.
static void infer_types(ModuleGraph& graph) {
  std::vector<ir::Module*> own;
  for (LoadedModule& m : graph.modules) {
    if (!m.is_library && m.ir) own.push_back(m.ir.get());
  }
  if (graph.verify_types) inference::infer_completeness(own, inference::World::closed);
  else inference::infer(own);
  in_parallel(own.size(), [&](size_t i) { passes::run(*own[i], graph.verify_types); });
}

bool load_modules(const std::string& main_file, const Layout& layout, ModuleGraph& graph) {
  Loader(layout, graph).load_program(main_file);
  bool good = all_good(graph);
  if (good) infer_types(graph);
  return good;
}

bool load_files(const std::string& root, const std::vector<std::string>& files, const Layout& layout, ModuleGraph& graph) {
  Loader(layout, graph).load_files(root, files);
  bool good = all_good(graph);
  if (good) infer_types(graph);
  return good;
}

bool load_library(const std::vector<std::string>& names, const Layout& layout, ModuleGraph& graph) {
  Loader(layout, graph).load_library(names);
  return all_good(graph);
}

std::vector<std::string> library_modules(const Layout& layout) {
  std::vector<std::string> names;
  std::error_code code;
  fs::recursive_directory_iterator it(layout.stdlib_directory, code), end;
  for (; !code && it != end; it.increment(code)) {
    if (it->path().extension() != ".py") continue;
    std::string name = module_name(it->path().lexically_relative(layout.stdlib_directory));
    if (!is_native_module(name)) names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string render_diagnostics(const ModuleGraph& graph) {
  RenderOptions options;
  const char* no_color = std::getenv("NO_COLOR");
  options.color = isatty(2) && !(no_color && *no_color);
  std::string out;
  for (const LoadedModule& m : graph.modules) {
    if (m.diagnostics.diagnostics().empty() || (m.is_library && !m.diagnostics.has_errors())) continue;
    out += (out.empty() ? "" : "\n") + render_all(m.diagnostics, options);
  }
  return out;
}

}  // namespace portalis::driver
