// portalis explain, clean-cache and completion.
#include <cstdio>
#include <fstream>
#include <sstream>

#include "compiler/driver/cache.hpp"
#include "compiler/driver/commands.hpp"
#include "compiler/driver/layout.hpp"
#include "compiler/driver/options.hpp"

namespace portalis::driver {
namespace {

constexpr const char* bash_completion = R"(_portalis() {
  local word=${COMP_WORDS[COMP_CWORD]} command=${COMP_WORDS[1]}
  if [ "$COMP_CWORD" = 1 ]; then
    COMPREPLY=($(compgen -W "run build check report doctor explain clean-cache completion --help --version" -- "$word"))
  elif [[ $word == --print=* ]]; then
    COMPREPLY=($(compgen -P --print= -W "tokens ast scopes ir cpp" -- "${word#--print=}"))
  elif [[ $word == --stop-after=* ]]; then
    COMPREPLY=($(compgen -P --stop-after= -W "tokens ast scopes ir cpp" -- "${word#--stop-after=}"))
  elif [[ $word == -* ]]; then
    case $command in
      run) COMPREPLY=($(compgen -W "--release --debug --verify-types -v --help" -- "$word")) ;;
      build) COMPREPLY=($(compgen -W "-o --release --debug --object --print= --stop-after= --keep-cpp= --depfile= --verify-types -v --help" -- "$word")) ;;
      report) COMPREPLY=($(compgen -W "-o --help" -- "$word")) ;;
      *) COMPREPLY=($(compgen -W "--help" -- "$word")) ;;
    esac
  else
    COMPREPLY=($(compgen -f -X '!*.py' -- "$word") $(compgen -d -- "$word"))
  fi
}
complete -F _portalis portalis
)";

constexpr const char* zsh_completion = R"(#compdef portalis
_portalis() {
  if (( CURRENT == 2 )); then
    compadd run build check report doctor explain clean-cache completion --help --version
  elif [[ $words[CURRENT] == -* ]]; then
    case $words[2] in
      run) compadd -- --release --debug --verify-types -v --help ;;
      report) compadd -- -o --help ;;
      build) compadd -- -o --release --debug --print=tokens --print=ast --print=scopes --print=ir --print=cpp --stop-after=tokens --stop-after=ast --stop-after=scopes --stop-after=ir --stop-after=cpp --object --keep-cpp= --depfile= --verify-types -v --help ;;
      *) compadd -- --help ;;
    esac
  else
    _files -g '*.py'
  fi
}
compdef _portalis portalis
)";

}  // namespace

int command_explain(const std::vector<std::string>& arguments) {
  if (arguments.size() != 1 || arguments[0].starts_with("-")) {
    return show_usage("explain", "usage: portalis explain CODE\n\nPrints the page of an error code, for example: portalis explain P0402\n", arguments);
  }
  Layout layout;
  std::string error;
  if (!find_layout(layout, error)) {
    std::fprintf(stderr, "portalis explain: %s\n", error.c_str());
    return 2;
  }
  const std::string& code = arguments[0];
  bool well_formed = code.size() == 5 && code[0] == 'P' && code.find_first_not_of("0123456789", 1) == std::string::npos;
  std::ifstream page(layout.documentation_directory + "/errors/" + code + ".md");
  if (!well_formed || !page) {
    std::fprintf(stderr, "portalis explain: there is no error code '%s' (codes look like P0402)\n", code.c_str());
    return 2;
  }
  std::stringstream text;
  text << page.rdbuf();
  return print_result("explain", text.str());
}

int command_clean_cache(const std::vector<std::string>& arguments) {
  if (!arguments.empty()) return show_usage("clean-cache", "usage: portalis clean-cache\n\nRemoves all cached objects and executables.\n", arguments);
  Cache cache;
  std::string error;
  if (!cache.open(error)) {
    std::fprintf(stderr, "portalis clean-cache: %s\n", error.c_str());
    return 2;
  }
  std::printf("freed %.1f MB in %s\n", static_cast<double>(cache.clear()) / 1e6, cache.directory().c_str());
  return 0;
}

int command_completion(const std::vector<std::string>& arguments) {
  if (arguments.size() == 1 && arguments[0] == "bash") return print_result("completion", bash_completion);
  if (arguments.size() == 1 && arguments[0] == "zsh") return print_result("completion", zsh_completion);
  return show_usage("completion", "usage: portalis completion bash|zsh\n\nPrints a completion script; for bash: source <(portalis completion bash)\n", arguments);
}

}  // namespace portalis::driver
