// The commands of the portalis tool. Each takes the arguments after its name and returns the exit status:
// 0 done, 1 the program has errors, 2 wrong use or a broken installation; `run` gives the program's own status.
#pragma once

#include <string>
#include <vector>

namespace portalis::driver {

int command_run(const std::vector<std::string>& arguments);
int command_build(const std::vector<std::string>& arguments);
int command_check(const std::vector<std::string>& arguments);
int command_report(const std::vector<std::string>& arguments);
int command_serve(const std::vector<std::string>& arguments);
int command_doctor(const std::vector<std::string>& arguments);
int command_explain(const std::vector<std::string>& arguments);
int command_clean_cache(const std::vector<std::string>& arguments);
int command_completion(const std::vector<std::string>& arguments);
int command_prepare(const std::vector<std::string>& arguments);

}  // namespace portalis::driver
