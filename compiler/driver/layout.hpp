// Where Portalis's own files are: headers and libraries for compiled programs, the stdlib written in Python.
#pragma once

#include <string>
#include <vector>

namespace portalis::driver {

struct Layout {
  std::string include_directory;               // holds abi/ and runtime/, and what other targets are made from: tools/scripts/, web/, cmake/
  std::string stdlib_directory;
  std::string library_directory;               // holds libportalis_rt.a and what `portalis prepare` makes: pch/, objects/, headers.key
  std::string documentation_directory;         // holds errors/
  std::string headers_key;                     // content of the headers that emitted code includes
  std::string runtime_stamp;                   // changes whenever the runtime library was rebuilt

  std::string archive() const { return library_directory + "/libportalis_rt.a"; }
  std::string fibers_archive() const { return library_directory + "/libportalis_fibers.a"; }
  std::string objects_directory() const { return library_directory + "/objects"; }
  std::string headers_key_file() const { return library_directory + "/headers.key"; }
};

// Reads portalis.layout beside the executable (build tree) or in ../lib/portalis (installed). false: error text.
bool find_layout(Layout& out, std::string& error);

// The key of the headers as they are now; `headers_key` is the one recorded when they were precompiled.
std::string hash_headers(const Layout& layout);

// Replaces a file as a whole. false: error text, and nothing half-written is left.
bool write_file(const std::string& path, std::string_view text, std::string& error);

}  // namespace portalis::driver
