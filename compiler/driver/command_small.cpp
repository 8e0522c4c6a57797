// portalis explain, clean-cache and completion.
#include <cstdio>
#include <fstream>
#include <sstream>

#include "compiler/driver/cache.hpp"
#include "compiler/driver/commands.hpp"
#include "compiler/driver/layout.hpp"

namespace portalis::driver {
namespace {

bool asks_for_help(const std::vector<std::string>& arguments) { return !arguments.empty() && (arguments[0] == "--help" || arguments[0] == "-h"); }

constexpr const char* bash_completion = R"(_portalis() {
  local word=${COMP_WORDS[COMP_CWORD]} command=${COMP_WORDS[1]}
  if [ "$COMP_CWORD" = 1 ]; then
    COMPREPLY=($(compgen -W "run build check doctor explain clean-cache completion --help --version" -- "$word"))
  elif [[ $word == --print=* ]]; then
    COMPREPLY=($(compgen -P --print= -W "tokens ast scopes ir cpp" -- "${word#--print=}"))
  elif [[ $word == -* ]]; then
    case $command in
      run) COMPREPLY=($(compgen -W "--release --debug -v --help" -- "$word")) ;;
      build) COMPREPLY=($(compgen -W "-o --release --debug --print= --stop-after= --keep-cpp= -v --help" -- "$word")) ;;
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
    compadd run build check doctor explain clean-cache completion --help --version
  elif [[ $words[CURRENT] == -* ]]; then
    case $words[2] in
      run) compadd -- --release --debug -v --help ;;
      build) compadd -- -o --release --debug --print=tokens --print=ast --print=scopes --print=ir --print=cpp --keep-cpp= -v --help ;;
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
  if (arguments.size() != 1 || asks_for_help(arguments)) {
    std::puts("usage: portalis explain CODE\n\nPrints the page of an error code, for example: portalis explain P0402");
    return asks_for_help(arguments) ? 0 : 2;
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
  std::fputs(text.str().c_str(), stdout);
  return 0;
}

int command_clean_cache(const std::vector<std::string>& arguments) {
  if (!arguments.empty()) {
    std::puts("usage: portalis clean-cache\n\nRemoves all cached objects and executables.");
    return asks_for_help(arguments) ? 0 : 2;
  }
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
  if (arguments.size() == 1 && arguments[0] == "bash") std::fputs(bash_completion, stdout);
  else if (arguments.size() == 1 && arguments[0] == "zsh") std::fputs(zsh_completion, stdout);
  else {
    std::puts("usage: portalis completion bash|zsh\n\nPrints a completion script; for bash: source <(portalis completion bash)");
    return asks_for_help(arguments) ? 0 : 2;
  }
  return 0;
}

}  // namespace portalis::driver
