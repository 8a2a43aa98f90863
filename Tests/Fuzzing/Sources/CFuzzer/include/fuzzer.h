#ifndef PARCOURS_FUZZER_H
#define PARCOURS_FUZZER_H

#include <stddef.h>
#include <stdint.h>

/// libFuzzer's own loop, which is handed the arguments of the program and what to try.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*try_one)(const uint8_t *data, size_t size));

#endif
