#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "fuzz/fuzz.h"

/*
 * Replay a fuzzer's corpus, one test for each file: as it is, cut short at
 * places, and with bytes changed, always the same ones. A finding ends the
 * program, and the test that is missing names the file.
 */
enum { FILE_MAX = 1 << 20, MUTANTS = 200, CUTS = 40 };

/* xorshift64*, seeded by the size, so that every run makes the same mutants. */
static size_t
next_below(uint64_t *state, size_t below)
{
	*state ^= *state >> 12;
	*state ^= *state << 25;
	*state ^= *state >> 27;
	return (size_t)((*state * UINT64_C(2685821657736338717)) >> 11) % below;
}

/* A copy of exactly that size, so that a byte read beyond is seen. */
static void
feed(const char *bytes, size_t size)
{
	uint8_t *copy = malloc(size > 0 ? size : 1);

	if (copy == NULL)
		abort();
	if (size > 0)
		memcpy(copy, bytes, size);
	LLVMFuzzerTestOneInput(copy, size);
	free(copy);
}

static void
feed_mutants(char *bytes, size_t size)
{
	static const char lively[] = "\0\n\r\t \"\\{}<>#\xff\xc3\xe2\x80";
	uint64_t state = size + 1;

	for (size_t i = 0; i < CUTS; i++)
		feed(bytes, size * i / CUTS);
	for (size_t i = 0; i < MUTANTS && size > 0; i++) {
		size_t at = next_below(&state, size);
		char was = bytes[at];

		bytes[at] = i % 2 == 0 ?
		    lively[next_below(&state, sizeof lively - 1)] :
		    (char)next_below(&state, 256);
		feed(bytes, size);
		/* Every other change stays, so that mutants grow apart. */
		if (i % 4 < 2)
			bytes[at] = was;
	}
}

static bool
replay(const char *path)
{
	scoped_arena arena = arena_new();
	struct err err = { 0 };
	char *bytes;
	size_t size;

	if (file_read(path, FILE_MAX, arena, &bytes, &size, &err)) {
		printf("# %s\n", err.text);
		return false;
	}
	feed(bytes, size);
	feed_mutants(bytes, size);
	return true;
}

int
main(int argc, char **argv)
{
	scoped_arena arena = arena_new();
	const char *top = getenv("LOKET_SRCDIR");
	char *name = basename(argv[0]);
	char *corpus;
	const char *const *names;
	size_t n;

	(void)argc;
	if (strstr(name, "_replay") != NULL)
		*strstr(name, "_replay") = '\0';
	corpus = arena_print(arena, "%s/tests/fuzz/corpus/%s",
	    top != NULL ? top : ".", name);
	if (folder_list(corpus, arena, &names, &n, NULL) || n == 0) {
		printf("1..1\nnot ok 1 - %s has no corpus\n", name);
		return 1;
	}
	printf("1..%zu\n", n);
	for (size_t i = 0; i < n; i++) {
		bool is_read =
		    replay(arena_print(arena, "%s/%s", corpus, names[i]));

		printf("%s %zu - %s holds with %s\n", is_read ? "ok" : "not ok",
		    i + 1, name, names[i]);
		fflush(stdout);
	}
	return 0;
}
