// What of the runtime a WebAssembly program can reach (the essay in left_out.cpp).
#pragma once

#include <deque>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compiler/driver/left_out.hpp"
#include "compiler/driver/runtime_tables.hpp"
#include "compiler/driver/wasm_object.hpp"

namespace portalis::driver {

class Reach {
 public:
  struct Input {
    const WasmObject* object;
    bool is_whole;                             // the program's own: all of it is reached
  };
  // Follows every pointer that can be followed, from the program's own objects on. The inputs' bytes must outlive this.
  Reach(const std::vector<Input>& inputs, const SpokenNames& spoken);

  // The pointers of an input that nothing can follow: to functions without a name, and of classes that have no instances.
  std::vector<const WasmObject::Pointer*> unreachable(size_t input) const;

 private:
  using Kind = runtime_tables::Kind;
  using Pointer = WasmObject::Pointer;
  using Symbol = WasmObject::Symbol;
  using Node = uint32_t;                       // a function or a data segment of an input
  struct File {
    const WasmObject* object;
    Node first = 0;                            // its functions, then its segments
    bool is_linked = false;
  };
  struct Place {
    size_t file;
    bool is_function;
    uint32_t index;
  };

  void find_definitions(size_t file);
  void find_types(size_t file);
  Place place_of(Node node) const;
  Node node_of(size_t file, const Symbol& symbol) const;
  Node node_of_segment(size_t file, uint32_t segment) const;
  std::vector<Node> targets(size_t file, const Pointer& pointer) const;
  void reach(Node node);
  void speak(std::string_view name);
  void visit_function(size_t file, uint32_t function);
  bool is_metaclass(size_t file, uint32_t segment, const Pointer& base) const;
  void visit_segment(size_t file, uint32_t segment);
  enum class Use : uint8_t { whole, listed, compared };   // of what a pointer leads to, if it is a class
  void follow(size_t file, const Pointer& pointer, Use use);
  bool is_type(Node node) const { return runtime_tables::is_class(kinds_[node]); }
  void mark_type(Node node, std::vector<bool>& with_mark, const std::vector<bool>& with_other);
  bool asks_identity(const WasmObject& object, const Pointer& pointer) const;
  void run();

  std::vector<File> files_;
  std::vector<bool> reached_;
  std::vector<Kind> kinds_;
  std::vector<bool> is_listed_, is_named_;     // classes: in a list that is reached; whose name is spoken
  std::unordered_map<Node, std::string_view> signs_;      // of the operators whose slots a function reads
  std::deque<Node> waiting_;
  std::unordered_map<std::string_view, std::vector<Node>> definitions_;
  std::set<std::string, std::less<>> spoken_;
  std::unordered_map<std::string_view, std::vector<Node>> behind_names_;   // to be reached once the name is spoken
};

}  // namespace portalis::driver
