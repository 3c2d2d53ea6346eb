#ifndef DESK_DEMO_DATA_H
#define DESK_DEMO_DATA_H

#include <stdint.h>

#include "base/arena.h"
#include "base/directive.h"
#include "base/err.h"
#include "desk/officer.h"

/*
 * data/demo.conf, the words from which practice is made, and the numbers
 * drawn for it: the same for the same seed.
 */
enum demo_list {
	DEMO_MAN,
	DEMO_WOMAN,
	DEMO_FAMILY,
	DEMO_KIND,
	DEMO_FIRM,
	DEMO_TAIL,
	DEMO_STREET,
	DEMO_ESTATE,
	DEMO_GROUND,
	DEMO_LETTER,
	DEMO_WITHDRAW,
	DEMO_REFUSE,
	DEMO_CANCEL,
	DEMO_SIGNER,
	DEMO_NOTE,
	DEMO_HANDLER,
	DEMO_RESULT,
	DEMO_ANSWER,
	DEMO_LISTS
};

struct demo_words {
	const char **list;
	size_t n, room;
};

struct demo_fault {
	const char *clause, *note;
};

/* What is complained of: by which channel, about which element (6.5.c.2). */
struct demo_entry {
	const char *channel, *problem, *object, *material;
};

struct demo_data {
	struct arena *arena;
	struct demo_words words[DEMO_LISTS];
	struct officer *officers;
	size_t n_officers, officers_room;
	struct demo_fault *faults;
	size_t n_faults, faults_room;
	struct demo_entry *entries;
	size_t n_entries, entries_room;
	uint64_t drawn; /* state of the numbers */
};

/* FAIL_INVALID: the first problem of the file; every list has a word then. */
enum fail demo_data_load(const char *assets, struct arena *arena,
    struct demo_data *ret_data, struct err *err) must_check nonnull(1, 2, 3);

/* From 0 to below - 1. */
size_t demo_draw(struct demo_data *data, size_t below) nonnull(1);

/* True n times of a hundred. */
bool demo_happens(struct demo_data *data, size_t n) nonnull(1);

/* One of the words. */
const char *demo_word(struct demo_data *data, enum demo_list list)
    nonnull(1);

#endif
