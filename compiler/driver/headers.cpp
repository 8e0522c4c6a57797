// Each precompiled header lies beside a note of what it was made from.
#include "compiler/driver/headers.hpp"

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace portalis::driver {

namespace fs = std::filesystem;

namespace {

constexpr std::array<Profile, 2> native_profiles = {Profile::release, Profile::debug};

std::string prepared_folder(const Layout& layout) { return layout.library_directory + "/pch"; }

// g++ looks for it by the name it is included by, in a folder that comes before the header's own.
std::string prepared_file(const Toolchain& toolchain, const Layout& layout, Profile profile) {
  return prepared_folder(layout) + "/" + profile_name(profile) + (toolchain.is_clang ? ".pch" : "/abi/program.hpp.gch");
}

std::string note_beside(const std::string& file) { return file + ".made_from"; }

std::string inputs(const Toolchain& toolchain, const Layout& layout, Profile profile) {
  return object_inputs(toolchain, layout, profile) + "\n" + (toolchain.is_clang ? layout.include_directory : "");
}

}  // namespace

bool headers_are_prepared(const Toolchain& toolchain, const Layout& layout, Profile profile) {
  std::string file = prepared_file(toolchain, layout, profile);
  std::ifstream note(note_beside(file));
  std::error_code ignored;
  return note && std::string(std::istreambuf_iterator<char>(note), {}) == inputs(toolchain, layout, profile) && fs::exists(file, ignored);
}

std::string prepare_headers(const Toolchain& toolchain, Layout& layout) {
  std::array<std::string, native_profiles.size()> problems;
  layout.headers_key = hash_headers(layout);
  in_parallel(native_profiles.size(), [&](size_t i) {
    Profile profile = native_profiles[i];
    if (headers_are_prepared(toolchain, layout, profile)) return;
    std::string file = prepared_file(toolchain, layout, profile);
    std::error_code ignored;
    fs::remove(note_beside(file), ignored);
    fs::create_directories(fs::path(file).parent_path(), ignored);
    ProcessResult result = run_captured(precompile_command(toolchain, layout, profile, file));
    if (result.status != 0) problems[i] = result.output;
    else write_file(note_beside(file), inputs(toolchain, layout, profile), problems[i]);
  });
  if (problems[0].empty() && problems[1].empty()) write_file(layout.headers_key_file(), layout.headers_key, problems[0]);
  return problems[0] + problems[1];
}

void use_headers(Toolchain& toolchain, const Layout& given, Profile profile, const Cache& cache, Progress& progress) {
  if (!toolchain.is_clang) return;
  Layout layout = given;
  layout.headers_key = hash_headers(given);          // changed since they were prepared, clang would refuse those
  toolchain.runtime_directory = prepared_folder(layout);
  if (headers_are_prepared(toolchain, layout, profile)) return;
  std::error_code ignored;
  toolchain.runtime_directory = cache.directory() + "/headers/" + content_key(inputs(toolchain, layout, profile));
  std::string file = toolchain.runtime_directory + "/" + profile_name(profile) + ".pch", temporary = file + "." + process_id();
  if (fs::exists(file, ignored)) return;
  progress.step("precompiling headers");
  fs::create_directories(toolchain.runtime_directory, ignored);
  ProcessResult result = run_captured(precompile_command(toolchain, layout, profile, temporary));
  if (result.status == 0) fs::rename(temporary, file, ignored);
  else fs::remove(temporary, ignored);
}

}  // namespace portalis::driver
