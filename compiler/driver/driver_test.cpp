// The cache, keys, options, processes and the module graph.
#include <gtest/gtest.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <set>
#include <thread>
#include <unistd.h>

#include "compiler/driver/known_modules.hpp"
#include "compiler/driver/objects.hpp"
#include "compiler/driver/options.hpp"

namespace portalis::driver {
namespace {

namespace fs = std::filesystem;

class DriverTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "portalis_driver_XXXXXX").string();
    folder = mkdtemp(pattern.data());
    layout.include_directory = PORTALIS_SOURCE_DIRECTORY;
    layout.stdlib_directory = PORTALIS_SOURCE_DIRECTORY "/stdlib";
    layout.headers_key = "headers";
  }
  void TearDown() override { fs::remove_all(folder); }

  std::string write(const std::string& name, const std::string& text) {
    fs::create_directories((folder / name).parent_path());
    std::ofstream(folder / name) << text;
    return folder / name;
  }
  std::string read(const fs::path& path) {
    std::ifstream in(path);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  // "main part.x native:math", sorted; then the codes of the diagnostics.
  std::string graph_of(const std::string& main) {
    ModuleGraph graph;
    bool good = load_modules(folder / main, layout, graph);
    std::set<std::string> names;
    std::string out, codes;
    for (const LoadedModule& m : graph.modules) {
      if (!m.is_library) names.insert(m.name);
      for (const Diagnostic& d : m.diagnostics.diagnostics()) {
        if (!m.is_library) codes += " " + d.code;
      }
    }
    for (const std::string& name : names) out += (out.empty() ? "" : " ") + name;
    return out + (good ? "" : " |" + codes);
  }

  fs::path folder;
  Layout layout;
};

using CacheTest = DriverTest;

TEST_F(CacheTest, AnEntryAppearsWhenItIsCommitted) {
  Cache cache;
  std::string error, key = content_key("x");
  ASSERT_TRUE(cache.open(folder / "deep/cache", error)) << error;
  EXPECT_EQ(cache.find(key, ".o"), "");
  std::string temporary = cache.begin(key, ".o");
  EXPECT_NE(temporary, cache.begin(key, ".o"));
  std::ofstream(temporary) << "object";
  EXPECT_EQ(cache.find(key, ".o"), "");
  std::string place = cache.commit(temporary, key, ".o", error);
  EXPECT_EQ(cache.find(key, ".o"), place);
  EXPECT_EQ(read(place), "object");
  EXPECT_FALSE(fs::exists(temporary));
  EXPECT_EQ(cache.find(key, ""), "");
  EXPECT_EQ(cache.clear(), 6u);
  EXPECT_EQ(cache.find(key, ".o"), "");
}

TEST_F(CacheTest, CommittingWhatIsMissingIsAnError) {
  Cache cache;
  std::string error;
  ASSERT_TRUE(cache.open(folder / "c", error));
  EXPECT_EQ(cache.commit(folder / "nothing", content_key("x"), "", error), "");
  EXPECT_NE(error.find("cannot write"), std::string::npos);
}

TEST_F(CacheTest, TheSecondCacheIsOnlyRead) {
  Cache first, second;
  std::string error, key = content_key("library");
  ASSERT_TRUE(first.open(folder / "prepared", error));
  std::string temporary = first.begin(key, ".o");
  std::ofstream(temporary) << "prepared";
  std::string place = first.commit(temporary, key, ".o", error);
  ASSERT_TRUE(second.open(folder / "own", error));
  second.look_also_in(folder / "prepared");
  EXPECT_EQ(second.find(key, ".o"), place);
  second.clear();
  EXPECT_TRUE(fs::exists(place));
  EXPECT_TRUE(second.begin(key, ".o").starts_with((folder / "own").string()));
}

TEST_F(CacheTest, AFileIsNoFolder) {
  Cache cache;
  std::string error;
  write("file", "");
  EXPECT_FALSE(cache.open(folder / "file/cache", error));
  EXPECT_NE(error.find("PORTALIS_CACHE"), std::string::npos);
}

TEST_F(CacheTest, TemporariesGoWithTheirScope) {
  std::string kept;
  {
    Temporary gone(write("a", "x")), moved(write("b", "y"));
    kept = folder / "c";
    fs::rename(moved.path(), kept);
  }
  EXPECT_FALSE(fs::exists(folder / "a"));
  EXPECT_TRUE(fs::exists(kept));
}

TEST_F(DriverTest, FilesAreReplacedAsAWhole) {
  std::string error;
  EXPECT_TRUE(write_file(folder / "f", "one", error));
  EXPECT_TRUE(write_file(folder / "f", "two", error));
  EXPECT_EQ(read(folder / "f"), "two");
  EXPECT_FALSE(write_file(folder / "no/f", "x", error));
  EXPECT_NE(error.find("No such file"), std::string::npos);
  EXPECT_EQ(std::distance(fs::directory_iterator(folder), {}), 1);
}

TEST_F(DriverTest, KeysDependOnAllThatGoesIntoAnObject) {
  Toolchain gcc{.compiler = "/usr/bin/g++", .identity = "gcc"}, clang{.compiler = "/usr/bin/clang++", .identity = "clang"};
  Layout other = layout;
  other.headers_key = "changed";
  std::set<std::string> keys;
  auto add = [&](const Toolchain& toolchain, const Layout& given, Profile profile, const char* text) {
    std::vector<Unit> units(1);
    units[0].cpp = text;
    units[0].profile = profile;
    set_keys(units, toolchain, given);
    EXPECT_EQ(units[0].key.size(), 32u);
    return keys.insert(units[0].key).second;
  };
  EXPECT_TRUE(add(gcc, layout, Profile::release, "a"));
  EXPECT_FALSE(add(gcc, layout, Profile::release, "a"));
  EXPECT_TRUE(add(gcc, layout, Profile::release, "b"));
  EXPECT_TRUE(add(gcc, layout, Profile::debug, "a"));
  EXPECT_TRUE(add(gcc, other, Profile::release, "a"));
  EXPECT_TRUE(add(clang, layout, Profile::release, "a"));
  layout.library_directory = "/elsewhere";
  layout.runtime_stamp = "rebuilt";
  EXPECT_FALSE(add(gcc, layout, Profile::release, "a"));     // neither where Portalis is nor the archive matters
}

TEST_F(DriverTest, HeadersAreKeyedByContent) {
  Layout own = layout;
  own.include_directory = folder;
  write("abi/program.hpp", "one");
  std::string before = hash_headers(own);
  write("abi/notes.txt", "not a header");
  write("runtime/x_test.hpp", "a test");
  EXPECT_EQ(hash_headers(own), before);
  write("runtime/x.hpp", "a header");
  std::string more = hash_headers(own);
  EXPECT_NE(more, before);
  write("runtime/x.hpp", "another");
  EXPECT_NE(hash_headers(own), more);
}

TEST(Processes, OutputAndStatusComeBack) {
  ProcessResult r = run_captured({"sh", "-c", "echo out; echo err >&2; exit 3"});
  EXPECT_EQ(r.status, 3);
  EXPECT_EQ(r.output, "out\nerr\n");
  EXPECT_EQ(run_captured({"sh", "-c", "kill -9 $$"}).status, 128 + 9);
  EXPECT_EQ(run_captured({"/no/such/program"}).status, 127);
  EXPECT_EQ(run_captured({"cat"}).output, "");             // there is nothing to read
}

TEST(Processes, AnInterruptionEndsTheChildrenAndNotUs) {
  Interruption interruption;
  EXPECT_FALSE(Interruption::came());
  std::thread later([] {
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    kill(getpid(), SIGTERM);
  });
  auto began = std::chrono::steady_clock::now();
  EXPECT_EQ(run_captured({"sh", "-c", "sleep 60 & wait"}).status, 128 + SIGTERM);
  later.join();
  EXPECT_TRUE(Interruption::came());
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(30));
  EXPECT_NE(run_captured({"sh", "-c", "true"}).status, 0);   // none is started any more
}

TEST(Processes, EveryJobRunsOnce) {
  std::vector<std::atomic<int>> runs(1000);
  in_parallel(runs.size(), [&](size_t i) { ++runs[i]; });
  for (const auto& n : runs) EXPECT_EQ(n, 1);
  in_parallel(0, [](size_t) { FAIL(); });
}

using OptionsTest = DriverTest;
const Usage usage = {"test", "help\n", Takes::program_and_arguments, {"--debug", "-v", "--print=", "-o"}};

TEST_F(OptionsTest, AfterTheProgramAllIsTheProgramsOwn) {
  Options options;
  EXPECT_EQ(parse_options(usage, {"--debug", "-o", "x", "app.py", "--debug", "-v", "--", "-x"}, options), 0);
  EXPECT_EQ(options.build.profile, Profile::debug);
  EXPECT_FALSE(options.build.verbose);
  EXPECT_EQ(options.output, "x");
  EXPECT_EQ(options.files, (std::vector<std::string>{"app.py", "--debug", "-v", "--", "-x"}));
}

TEST_F(OptionsTest, ADashIsAFileAndTwoEndTheOptions) {
  Options options, other;
  EXPECT_EQ(parse_options(usage, {"-"}, options), 0);
  EXPECT_EQ(options.build.main_file, "-");
  EXPECT_EQ(parse_options(usage, {"--", "--debug"}, other), 0);
  EXPECT_EQ(other.build.main_file, "--debug");
}

TEST_F(OptionsTest, WhatIsWrongIsRefused) {
  for (const std::vector<std::string>& wrong :
       {std::vector<std::string>{"--fast", "a"}, {"--print", "a"}, {"--print=", "a"}, {"--debug=1", "a"}, {"-o"}, {}}) {
    Options options;
    EXPECT_EQ(parse_options(usage, wrong, options), 3);
  }
}

using GraphTest = DriverTest;

TEST_F(GraphTest, ImportsAreFollowedThroughPackages) {
  write("main.py", "import part\nfrom package.inner import deep\n");
  write("part.py", "import math\n");
  write("package/__init__.py", "");
  write("package/inner/__init__.py", "from . import deep\n");
  write("package/inner/deep.py", "from .. import other\n");
  write("package/other.py", "");
  EXPECT_EQ(graph_of("main.py"), "__main__ package package.inner package.inner.deep package.other part");
}

TEST_F(GraphTest, CyclesEnd) {
  write("main.py", "import a\n");
  write("a.py", "import b\n");
  write("b.py", "import a, b\n");
  EXPECT_EQ(graph_of("main.py"), "__main__ a b");
}

TEST_F(GraphTest, AProgramsOwnFilesHideTheLibrary) {
  write("main.py", "import textwrap, sys\n");
  write("textwrap.py", "");
  write("sys.py", "this is not even Python\n");            // as in CPython, sys comes with the interpreter
  EXPECT_EQ(graph_of("main.py"), "__main__ textwrap");
}

TEST_F(GraphTest, MissingModulesAreToldAndGuardedOnesAreNot) {
  write("main.py", "import nowhere\nimport tkinter\ntry:\n    import also_nowhere\nexcept ImportError:\n    pass\n");
  EXPECT_EQ(graph_of("main.py"), "__main__ | P0402 P0401");
}

TEST_F(GraphTest, ErrorsOfOneModuleDoNotHideThoseOfAnother) {
  write("main.py", "import a, b\nimport nowhere\n");
  write("a.py", "def f():\n    nonlocal x\nimport nowhere_either\n");
  write("b.py", "x = = 1\n");
  EXPECT_EQ(graph_of("main.py"), "__main__ a b | P0402 P0203 P0402 P0101");
}

TEST_F(GraphTest, TheWholeLibraryCompiles) {
  std::vector<std::string> names = library_modules(layout);
  EXPECT_NE(std::find(names.begin(), names.end(), "collections.abc"), names.end());
  for (const std::string& name : names) EXPECT_FALSE(is_native_module(name)) << name;
  ModuleGraph graph;
  EXPECT_TRUE(load_library(names, layout, graph)) << render_diagnostics(graph);
  for (const LoadedModule& m : graph.modules) {
    EXPECT_TRUE(m.is_library) << m.name;
    if (m.ir) EXPECT_TRUE(m.ir->file.starts_with("<stdlib>/")) << m.ir->file;
  }
}

TEST(KnownModules, AreNeededByWordsOfATextToo) {
  EXPECT_EQ(spoken_modules("x.encode('IDNA')"), std::vector<std::string>{"encodings.idna"});
  EXPECT_EQ(spoken_modules("class T(string.Template):\n  idpattern = 'x'"), std::vector<std::string>{"re"});
  for (const char* text : {"", "kidnapped = idna_", "Template('$x')", "idpattern = 1", "unicodedata"}) EXPECT_TRUE(spoken_modules(text).empty()) << text;
}

TEST(KnownModules, TablesAgree) {
  EXPECT_TRUE(is_native_module("sys"));
  EXPECT_FALSE(is_native_module("nowhere"));
  EXPECT_TRUE(is_stdlib_module("xml.dom"));
  EXPECT_FALSE(is_stdlib_module("nowhere"));
  for (const char* name : {"os", "json", "threading", "zlib", "__future__", "zoneinfo"}) EXPECT_TRUE(is_stdlib_module(name)) << name;
}

}  // namespace
}  // namespace portalis::driver
