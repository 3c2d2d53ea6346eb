#include "forms/lookup.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "domain/complaint_words.h"
#include "domain/kbli.h"
#include "domain/region.h"
#include "domain/standard.h"
#include "domain/type_ahead.h"

/* A code with its edition: "22210/2020". */
enum { KBLI_KEY_SIZE = 16 };

size_t
lookup_filter(const struct lookup *lookup, const char *query,
    struct lookup_row *rows, size_t limit, struct arena *arena)
{
	return lookup->kind->filter(lookup, query, rows, limit, arena);
}

bool
lookup_find(const struct lookup *lookup, const char *code,
    struct lookup_row *ret_row, struct arena *arena)
{
	return lookup->kind->find(lookup, code, ret_row, arena);
}

static size_t
smaller(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Where the rows that were found go. */
struct page {
	struct lookup_row *rows;
	size_t limit;
	struct arena *arena;
};

typedef struct lookup_row lookup_row_at(
    const struct lookup *lookup, size_t at, struct arena *arena);

/* Fill the page with what row_at makes of the indexes; returns found. */
static size_t
fill(const struct lookup *lookup, size_t found, const size_t *indexes,
    const struct page *page, lookup_row_at *row_at)
{
	for (size_t i = 0; i < smaller(found, page->limit); i++)
		page->rows[i] = row_at(lookup, indexes[i], page->arena);
	return found;
}

/* Plain rows, of a choice or a list. */
static struct lookup_row
list_row(const struct lookup *lookup, size_t at, struct arena *arena)
{
	const struct lookup_row *rows = lookup->data;

	(void)arena;
	return rows[at];
}

static struct lookup_row
choice_row(const struct lookup *lookup, size_t at, struct arena *arena)
{
	const struct field_choice *choices = lookup->data;

	(void)arena;
	return (struct lookup_row){ choices[at].code, choices[at].text, "" };
}

static struct lookup_row
standard_row(const struct lookup *lookup, size_t at, struct arena *arena)
{
	const struct standard *const *standards = lookup->data;

	(void)arena;
	return (struct lookup_row){ standards[at]->number, standards[at]->name,
		"" };
}

static struct lookup_row
word_row(const struct lookup *lookup, size_t at, struct arena *arena)
{
	const struct book_word *words = lookup->data;

	(void)arena;
	return (struct lookup_row){ words[at].code, words[at].text, "" };
}

static struct lookup_row
clause_row(const struct lookup *lookup, size_t at, struct arena *arena)
{
	const struct clause *clause =
	    &((const struct clause *)lookup->data)[at];
	const char *text = clause->text;

	(void)arena;
	if (*clause->title != '\0')
		text = clause->title;
	if (*clause->brief != '\0')
		text = clause->brief;
	return (struct lookup_row){ clause->id, text, "" };
}

static size_t
filter_short(const struct lookup *lookup, const char *query,
    const struct page *page, lookup_row_at *row_at)
{
	struct type_ahead_row *keys =
	    arena_array(page->arena, lookup->n, sizeof *keys);
	size_t *indexes =
	    arena_array(page->arena, page->limit, sizeof *indexes);

	for (size_t i = 0; i < lookup->n; i++) {
		struct lookup_row row = row_at(lookup, i, page->arena);

		keys[i] =
		    type_ahead_row(page->arena, row.code, row.text, row.note);
	}
	return fill(lookup,
	    type_ahead(keys, lookup->n, query, indexes, page->limit), indexes,
	    page, row_at);
}

static bool
find_short(const struct lookup *lookup, const char *code,
    struct lookup_row *ret_row, lookup_row_at *row_at, struct arena *arena)
{
	for (size_t i = 0; i < lookup->n; i++) {
		struct lookup_row row = row_at(lookup, i, arena);

		if (strcmp(row.code, code) == 0) {
			*ret_row = row;
			return true;
		}
	}
	return false;
}

static size_t
filter_list(const struct lookup *lookup, const char *query,
    struct lookup_row *rows, size_t limit, struct arena *arena)
{
	struct page page = { rows, limit, arena };

	return filter_short(lookup, query, &page, list_row);
}

static bool
find_list(const struct lookup *lookup, const char *code,
    struct lookup_row *ret_row, struct arena *arena)
{
	return find_short(lookup, code, ret_row, list_row, arena);
}

static size_t
filter_choice(const struct lookup *lookup, const char *query,
    struct lookup_row *rows, size_t limit, struct arena *arena)
{
	struct page page = { rows, limit, arena };

	return filter_short(lookup, query, &page, choice_row);
}

static bool
find_choice(const struct lookup *lookup, const char *code,
    struct lookup_row *ret_row, struct arena *arena)
{
	return find_short(lookup, code, ret_row, choice_row, arena);
}

static size_t
filter_standard(const struct lookup *lookup, const char *query,
    struct lookup_row *rows, size_t limit, struct arena *arena)
{
	struct page page = { rows, limit, arena };

	return filter_short(lookup, query, &page, standard_row);
}

static bool
find_standard(const struct lookup *lookup, const char *code,
    struct lookup_row *ret_row, struct arena *arena)
{
	return find_short(lookup, code, ret_row, standard_row, arena);
}

static size_t
filter_word(const struct lookup *lookup, const char *query,
    struct lookup_row *rows, size_t limit, struct arena *arena)
{
	struct page page = { rows, limit, arena };

	return filter_short(lookup, query, &page, word_row);
}

static bool
find_word(const struct lookup *lookup, const char *code,
    struct lookup_row *ret_row, struct arena *arena)
{
	return find_short(lookup, code, ret_row, word_row, arena);
}

static size_t
filter_clause(const struct lookup *lookup, const char *query,
    struct lookup_row *rows, size_t limit, struct arena *arena)
{
	struct page page = { rows, limit, arena };

	return filter_short(lookup, query, &page, clause_row);
}

static bool
find_clause(const struct lookup *lookup, const char *code,
    struct lookup_row *ret_row, struct arena *arena)
{
	return find_short(lookup, code, ret_row, clause_row, arena);
}

static struct lookup_row
region_row(const struct lookup *lookup, size_t at, struct arena *arena)
{
	const struct regions *regions = lookup->data;
	const struct village *village = &regions->villages[at];

	(void)arena;
	return (struct lookup_row){ village->code, village->name,
		village->district };
}

static size_t
filter_region(const struct lookup *lookup, const char *query,
    struct lookup_row *rows, size_t limit, struct arena *arena)
{
	size_t *indexes = arena_array(arena, limit, sizeof *indexes);
	struct page page = { rows, limit, arena };

	return fill(lookup,
	    villages_search(lookup->data, query, indexes, limit), indexes,
	    &page, region_row);
}

static bool
find_region(const struct lookup *lookup, const char *code,
    struct lookup_row *ret_row, struct arena *arena)
{
	const struct regions *regions = lookup->data;
	const struct village *village = NULL;

	/* village_find() looks at digits only: a name is no code. */
	if (strspn(code, "0123456789.") == strlen(code))
		village = village_find(regions, code);
	if (village == NULL)
		return false;
	*ret_row =
	    region_row(lookup, (size_t)(village - regions->villages), arena);
	return true;
}

static struct lookup_row
kbli_row(const struct lookup *lookup, size_t at, struct arena *arena)
{
	const struct kbli_table *table = lookup->data;
	const struct kbli *kbli = &table->list[at];

	return (struct lookup_row){ arena_print(arena, "%s/%s", kbli->code,
					kbli->edition),
		kbli->title, kbli->edition };
}

static size_t
filter_kbli(const struct lookup *lookup, const char *query,
    struct lookup_row *rows, size_t limit, struct arena *arena)
{
	size_t *indexes = arena_array(arena, limit, sizeof *indexes);
	struct page page = { rows, limit, arena };

	return fill(lookup, kbli_search(lookup->data, query, indexes, limit),
	    indexes, &page, kbli_row);
}

static bool
find_kbli(const struct lookup *lookup, const char *code,
    struct lookup_row *ret_row, struct arena *arena)
{
	const struct kbli_table *table = lookup->data;
	const char *slash = strchr(code, '/');
	char bare[KBLI_KEY_SIZE];
	const struct kbli *kbli;

	if (strlen(code) >= sizeof bare)
		return false;
	snprintf(bare, sizeof bare, "%.*s",
	    slash == NULL ? (int)strlen(code) : (int)(slash - code), code);
	kbli = kbli_find(table, bare, slash == NULL ? NULL : slash + 1);
	if (kbli == NULL)
		return false;
	*ret_row = kbli_row(lookup, (size_t)(kbli - table->list), arena);
	return true;
}

static const struct lookup_kind kind_list = { filter_list, find_list };
static const struct lookup_kind kind_choices = { filter_choice, find_choice };
static const struct lookup_kind kind_standards = { filter_standard,
	find_standard };
static const struct lookup_kind kind_words = { filter_word, find_word };
static const struct lookup_kind kind_clauses = { filter_clause, find_clause };
static const struct lookup_kind kind_regions = { filter_region, find_region };
static const struct lookup_kind kind_kblis = { filter_kbli, find_kbli };

struct lookup
lookup_choices(const struct field_choice *choices, size_t n)
{
	return (struct lookup){ &kind_choices, choices, n };
}

struct lookup
lookup_regions(const struct regions *regions)
{
	return (struct lookup){ &kind_regions, regions, regions->n };
}

struct lookup
lookup_kbli(const struct kbli_table *kbli)
{
	return (struct lookup){ &kind_kblis, kbli, kbli->n };
}

struct lookup
lookup_standards(const struct standard *const *standards, size_t n)
{
	return (struct lookup){ &kind_standards, standards, n };
}

struct lookup
lookup_words(const struct book_list *list)
{
	return (struct lookup){ &kind_words, list->words, list->n };
}

struct lookup
lookup_clauses(const struct standard *standard)
{
	return (struct lookup){ &kind_clauses, standard->clauses,
		standard->n_clauses };
}

struct lookup
lookup_rows(const struct lookup_row *rows, size_t n)
{
	return (struct lookup){ &kind_list, rows, n };
}

bool
lookup_of(const struct field *field, const struct field_context *context,
    struct lookup *ret_lookup)
{
	const char *name = field->lookup == NULL ? "" : field->lookup;
	const struct book_list *list = NULL;

	if (strcmp(name, "words") == 0 && context->words != NULL)
		list = complaint_list(context->words, field->name);
	if (strcmp(name, "choice") == 0)
		*ret_lookup = lookup_choices(field->choices, field->n_choices);
	else if (strcmp(name, "region") == 0 && context->regions != NULL)
		*ret_lookup = lookup_regions(context->regions);
	else if (strcmp(name, "kbli") == 0 && context->kbli != NULL)
		*ret_lookup = lookup_kbli(context->kbli);
	else if (strcmp(name, "standard") == 0 && context->n_standards > 0)
		*ret_lookup =
		    lookup_standards(context->standards, context->n_standards);
	else if (strcmp(name, "officer") == 0 && context->officers != NULL)
		*ret_lookup = *context->officers;
	else if (list != NULL)
		*ret_lookup = lookup_words(list);
	else if (strcmp(name, "clause") == 0 && context->n_standards > 0)
		*ret_lookup = lookup_clauses(context->standards[0]);
	else
		return false;
	return true;
}
