// What the files of this back end share.
#pragma once

namespace portalis::platform {

// Relative paths begin at PWD, if that is one of the opened folders: WASI itself knows no current folder.
void enter_current_folder();

// Whether this stands for /dev/null, of which the engine knows nothing.
bool is_null_device(int descriptor);

}  // namespace portalis::platform
