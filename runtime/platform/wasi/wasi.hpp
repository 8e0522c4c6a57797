// What the files of this back end share.
#pragma once

namespace portalis::platform {

// Relative paths begin at PWD, if that is one of the opened folders: WASI itself knows no current folder.
void enter_current_folder();

}  // namespace portalis::platform
