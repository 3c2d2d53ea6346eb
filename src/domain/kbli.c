#include "domain/kbli.h"

#include <string.h>

#include "base/text.h"
#include "base/tsv.h"

enum { COLUMN_CODE, COLUMN_EDITION, COLUMN_TITLE, COLUMN_SAME, COLUMNS_N };

static const char *const columns[COLUMNS_N] = { "code", "edition", "title",
	"same_as" };

static const struct kbli *
other(const struct kbli *list, size_t n, const struct kbli *kbli)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(list[i].code, kbli->same_as) == 0 &&
		    strcmp(list[i].edition, kbli->edition) != 0)
			return &list[i];
	return NULL;
}

static void
check_row(const struct tsv *tsv, const struct kbli *list, size_t at,
    struct problems *problems)
{
	const struct kbli *kbli = &list[at];
	const struct kbli *same = other(list, tsv->n, kbli);
	int line = tsv->rows[at].line;

	if (!text_is_digits(kbli->code, 5))
		problems_add(problems, tsv->file, line, "kbli.row-code",
		    kbli->code, NULL);
	if (!text_is_digits(kbli->edition, 4))
		problems_add(problems, tsv->file, line, "kbli.row-edition",
		    kbli->edition, NULL);
	if (*kbli->title == '\0')
		problems_add(problems, tsv->file, line, "kbli.row-title",
		    kbli->code, NULL);
	for (size_t i = 0; i < at; i++)
		if (strcmp(list[i].code, kbli->code) == 0 &&
		    strcmp(list[i].edition, kbli->edition) == 0)
			problems_add(problems, tsv->file, line,
			    "kbli.row-twice", kbli->code, kbli->edition, NULL);
	/* Both must say so, or one of them is a slip. */
	if (*kbli->same_as != '\0' &&
	    (same == NULL || strcmp(same->same_as, kbli->code) != 0))
		problems_add(problems, tsv->file, line, "kbli.row-same",
		    kbli->code, kbli->same_as, NULL);
}

enum fail
kbli_read(const char *file, const char *bytes, size_t size,
    struct problems *problems, struct kbli_table *ret_table, struct err *err)
{
	struct arena *arena = problems->arena;
	struct type_ahead_row *rows;
	struct kbli *list;
	struct tsv tsv = { file, columns, COLUMNS_N, NULL, 0 };
	enum fail fail;

	fail = tsv_read(&tsv, bytes, size, problems, err);
	if (fail)
		return fail;
	list = arena_array(arena, tsv.n, sizeof *list);
	rows = arena_array(arena, tsv.n, sizeof *rows);
	for (size_t i = 0; i < tsv.n; i++) {
		const char *const *cells = tsv.rows[i].cells;
		bool has_same = strcmp(cells[COLUMN_SAME], "-") != 0;

		list[i] = (struct kbli){
			.code = cells[COLUMN_CODE],
			.edition = cells[COLUMN_EDITION],
			.title = cells[COLUMN_TITLE],
			.same_as = has_same ? cells[COLUMN_SAME] : "",
		};
		rows[i] = type_ahead_row(
		    arena, list[i].code, list[i].title, list[i].edition);
	}
	for (size_t i = 0; i < tsv.n; i++)
		check_row(&tsv, list, i, problems);
	fail = problems_fail(problems, err);
	if (fail)
		return fail;
	*ret_table = (struct kbli_table){ arena, list, rows, tsv.n };
	return FAIL_NONE;
}

const struct kbli *
kbli_find(const struct kbli_table *table, const char *code, const char *edition)
{
	const struct kbli *found = NULL;

	for (size_t i = 0; i < table->n; i++) {
		const struct kbli *kbli = &table->list[i];

		if (strcmp(kbli->code, code) != 0)
			continue;
		if (edition != NULL && strcmp(kbli->edition, edition) == 0)
			return kbli;
		if (edition == NULL &&
		    (found == NULL ||
			strcmp(kbli->edition, found->edition) > 0))
			found = kbli;
	}
	return found;
}

const struct kbli *
kbli_other(const struct kbli_table *table, const struct kbli *kbli)
{
	if (*kbli->same_as == '\0')
		return NULL;
	return other(table->list, table->n, kbli);
}

size_t
kbli_search(const struct kbli_table *table, const char *query, size_t *indexes,
    size_t limit)
{
	return type_ahead(table->rows, table->n, query, indexes, limit);
}
