#ifndef TESTS_LIB_LOAD_H
#define TESTS_LIB_LOAD_H

#include "domain/calendar.h"
#include "domain/complaint_words.h"
#include "domain/kbli.h"
#include "domain/life.h"
#include "domain/standard.h"
#include "lib/asset.h"

static inline void
load_document(struct arena *arena, const char *name,
    struct problems *problems, struct document *document)
{
	struct err err = { 0 };
	size_t size = 0;
	const char *bytes = asset_text(arena, name, &size);

	*problems = (struct problems){ .arena = arena };
	t_done(directive_read(name, bytes, size, problems, document, &err),
	    err);
}

static inline struct standard
load_standard(struct arena *arena)
{
	struct problems problems;
	struct document document = { 0 };
	struct standard standard = { 0 };
	struct err err = { 0 };

	load_document(arena, "data/standards/032.conf", &problems, &document);
	t_done(standard_read(&document, &problems, &standard, &err), err);
	return standard;
}

static inline struct life
load_life_of(struct arena *arena, const char *name)
{
	struct problems problems;
	struct document document = { 0 };
	struct life life = { 0 };
	struct err err = { 0 };

	load_document(arena, arena_print(arena, "data/life/%s.conf", name),
	    &problems, &document);
	t_done(life_read(&document, &problems, &life, &err), err);
	return life;
}

static inline struct life
load_life(struct arena *arena)
{
	return load_life_of(arena, "application");
}

static inline struct complaint_words
load_complaint_words(struct arena *arena)
{
	struct problems problems;
	struct document document = { 0 };
	struct complaint_words words = { 0 };
	struct err err = { 0 };

	load_document(arena, "data/complaints.conf", &problems, &document);
	t_done(complaint_words_read(&document, &problems, &words, &err), err);
	return words;
}

static inline struct calendar
load_calendar(struct arena *arena)
{
	struct problems problems = { .arena = arena };
	struct calendar calendar = { 0 };
	struct err err = { 0 };
	size_t size = 0;
	const char *text = asset_text(arena, "data/holidays.tsv", &size);

	t_done(calendar_read("holidays.tsv", text, size, &problems, &calendar,
	    &err), err);
	return calendar;
}

static inline struct kbli_table
load_kbli(struct arena *arena)
{
	struct problems problems = { .arena = arena };
	struct kbli_table table = { 0 };
	struct err err = { 0 };
	size_t size = 0;
	const char *text = asset_text(arena, "data/kbli.tsv", &size);

	t_done(kbli_read("kbli.tsv", text, size, &problems, &table, &err),
	    err);
	return table;
}

#endif
