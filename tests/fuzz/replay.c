#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "fuzz/fuzz.h"

/*
 * Replay a fuzzer's corpus, one test for each file: as it is, cut short at
 * places, and mutated, always in the same way. A finding ends the program,
 * and the test that is missing names the file.
 */
enum { FILE_MAX = 1 << 20, CUTS = 40, MUTANTS = 3000, MUTANTS_SLOW = 1000 };

/* So many changes upon each other, then from the file again. */
enum { CHANGES = 12 };

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

struct mutant {
	uint64_t state;
	char *bytes; /* room for twice the file */
	size_t size, room;
};

/* Double a piece of the text, as far as there is room. */
static void
repeat_piece(struct mutant *mutant, size_t at, size_t length)
{
	if (length > mutant->room - mutant->size)
		return;
	memmove(
	    mutant->bytes + at + length, mutant->bytes + at, mutant->size - at);
	mutant->size += length;
}

static void
remove_piece(struct mutant *mutant, size_t at, size_t length)
{
	memmove(mutant->bytes + at, mutant->bytes + at + length,
	    mutant->size - at - length);
	mutant->size -= length;
}

static void
change(struct mutant *mutant)
{
	static const char lively[] = "\0\n\r\t \"\\{}<>#\xff\xc3\xe2\x80";
	size_t at, length;

	if (mutant->size == 0)
		return;
	at = next_below(&mutant->state, mutant->size);
	length = 1 + next_below(&mutant->state, mutant->size - at);
	switch (next_below(&mutant->state, 6)) {
	case 0: repeat_piece(mutant, at, length); break;
	case 1: remove_piece(mutant, at, length < 16 ? length : 1); break;
	case 2:
		mutant->bytes[at] = (char)next_below(&mutant->state, 256);
		break;
	default:
		mutant->bytes[at] =
		    lively[next_below(&mutant->state, sizeof lively - 1)];
		break;
	}
}

/* Under sanitizers each takes several times as long. */
static size_t
mutants_wanted(void)
{
	const char *sanitize = getenv("SANITIZE");

	return sanitize != NULL && strcmp(sanitize, "yes") == 0 ? MUTANTS_SLOW :
								  MUTANTS;
}

static void
feed_mutants(struct arena *arena, const char *bytes, size_t size)
{
	struct mutant mutant = { .state = size + 1,
		.room = 2 * size,
		.bytes = arena_alloc(arena, 2 * size) };
	const size_t wanted = mutants_wanted();

	for (size_t i = 0; i < CUTS; i++)
		feed(bytes, size * i / CUTS);
	for (size_t i = 0; i < wanted; i++) {
		if (i % CHANGES == 0) {
			memcpy(mutant.bytes, bytes, size);
			mutant.size = size;
		}
		change(&mutant);
		feed(mutant.bytes, mutant.size);
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
	feed_mutants(arena, bytes, size);
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
	corpus = arena_print(
	    arena, "%s/tests/fuzz/corpus/%s", top != NULL ? top : ".", name);
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
