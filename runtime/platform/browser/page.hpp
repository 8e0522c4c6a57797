// What this back end and web/library.js say to each other: the page's side of a running program.
//
// Names that start with portalis_page_ are JavaScript, called on the thread they are called from; names that start with
// portalis_program_ are called by the page on its main thread, where nothing may wait.
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" {

// Hands a copy of the bytes to the page: 1 and 2 are the standard streams, page_channel is a message. The page answers
// with portalis_program_taken once its handler has dealt with them.
void portalis_page_output(int channel, const void* data, size_t size);
// Asks for more standard input.
void portalis_page_wants_input();
// One file, for portalis_program_collect.
void portalis_page_file(const char* path, const void* data, size_t size);
// The program has ended.
void portalis_page_exit(int status);

void portalis_program_taken(size_t size);
size_t portalis_program_unread();                               // bytes handed out and not yet taken
size_t portalis_program_input(const void* data, size_t size);   // how much of it there was room for
void portalis_program_end_of_input();
void portalis_program_set_terminal(int terminal);
void portalis_program_interrupt();
// Before main(): a file with its folders. 0: the file system refused.
int portalis_program_put_file(const char* path, const void* data, size_t size);
// Hands out every file below a folder by portalis_page_file.
void portalis_program_collect(const char* folder);
}
