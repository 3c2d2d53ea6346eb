#ifndef PAPER_CASE_H
#define PAPER_CASE_H

#include <stdbool.h>
#include <stdint.h>

#include "domain/checklist.h"
#include "domain/kbli.h"
#include "domain/process_clock.h"
#include "domain/record.h"
#include "domain/standard.h"
#include "paper/render.h"
#include "paper/template.h"

/* Something that was done, by whom and where; all texts may be "". */
struct paper_act {
	struct date date;    /* none when it never was */
	const char *officer; /* by name */
	const char *station; /* "L03" */
	const char *reason;
};

/*
 * One application as papers see it. Everything is borrowed for as long as
 * the source made from it is used; texts are never NULL, "" when there is
 * none.
 */
struct paper_case {
	const struct record *application;
	const struct standard *standard;
	const struct checklist *checklist;
	const struct process_clock *clock;
	const struct kbli_table *kbli;
	struct paper_act received;
	struct paper_act returned; /* the last return */
	struct paper_act handed_over;
	const char *officer; /* who prints, by name */
	const char *station; /* where it is printed */
	int64_t now_ms;
	int copy; /* 1: the original */
	bool is_practice;
};

/*
 * The values papers may use; forms/README lists them. Beside those, every
 * cell of APPLICATION goes by its own name, but not the NIK: only its masked
 * form exists. words is forms/words.paper. Lives in the arena.
 */
struct paper_source paper_case_source(const struct paper_case *facts,
    const struct paper *words, struct arena *arena) nonnull(1, 2, 3);

/* For paper_read: a value or list papers may name. */
bool paper_name_is_known(const char *name) nonnull(1);

/*
 * The keys that words.paper must have; problems ("paper.no-word": key) for
 * each that is missing. file names it.
 */
enum fail paper_words_check(const struct paper *words, const char *file,
    struct problems *problems, struct err *err) must_check nonnull(1, 2, 3);

#endif
