#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>

/*
 * A fuzzer is one function under the name libFuzzer calls. It reads the bytes
 * as the program would read them, and asserts what must hold whatever they
 * are. make check replays the corpus, and mutants of it, through the same
 * function (replay.c).
 */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

#endif
