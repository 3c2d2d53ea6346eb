#include "paper/case.h"

#include <string.h>

#include "paper/case_inside.h"

static const char *const keys[] = {
	"blank.yes-no",
	"class.apip",
	"class.internal",
	"class.tim-teknis",
	"copy.again",
	"copy.first",
	"days.first",
	"days.provisional",
	"days.weekend",
	"kind.koreksi",
	"kind.masukan",
	"kind.pengaduan",
	"kind.revisi",
	"kind.saran",
	"manner.keduanya",
	"manner.lisan",
	"manner.tulisan",
	"person.hidden",
	"person.none",
	"result.B",
	"result.K",
	"result.N",
	"result.T",
	"result.later",
	"result.open",
	"step.investigasi",
	"step.klarifikasi",
	"step.konfirmasi",
	"step.pemeriksaan",
	"together.apip",
	"together.keduanya",
	"together.mandiri",
	"together.perangkat-daerah",
	"weekday.1",
	"weekday.2",
	"weekday.3",
	"weekday.4",
	"weekday.5",
	"weekday.6",
	"weekday.7",
};

enum fail
paper_words_check(const struct paper *words, const char *file,
    struct problems *problems, struct err *err)
{
	for (size_t i = 0; i < array_length(keys); i++)
		if (paper_word(words, keys[i]) == NULL)
			problems_add(
			    problems, file, 0, "paper.no-word", keys[i], NULL);
	return problems_fail(problems, err);
}

const char *
case_word(const struct case_source *source, const char *key)
{
	return common_word(&source->common, key);
}

const char *
case_date(const struct case_source *source, struct date date)
{
	return common_date(&source->common, date);
}

/*
 * The cell with that name, or -1. The NIK is none: on paper it is masked.
 */
static int
open_cell(const char *name)
{
	const struct table *table = table_of(TABLE_APPLICATION);
	int cell = table_cell(table, name);

	if (cell >= 0 && table->cells[cell].privacy == PRIVACY_IDENTITY)
		return -1;
	return cell;
}

static const char *
value(const void *context, const char *name, const char *list, size_t index)
{
	const struct case_source *source = context;
	const char *text = NULL;
	int cell;

	if (list != NULL)
		text = case_entry(source, list, index, name);
	if (text == NULL)
		text = case_value(source, name);
	if (text != NULL)
		return text;
	cell = open_cell(name);
	if (cell >= 0)
		return record_text(source->facts->application, cell);
	return case_entries(source, name) > 0 ? "Y" : "";
}

static size_t
count(const void *context, const char *list)
{
	return case_entries(context, list);
}

struct paper_source
paper_case_source(const struct paper_case *facts, const struct paper *words,
    struct arena *arena)
{
	struct case_source *source = arena_alloc(arena, sizeof *source);

	*source = (struct case_source){ facts,
		{ { facts->officer, facts->station, facts->now_ms,
		    facts->copy, facts->is_practice },
		    facts->standard, words, arena },
		arena };
	return (struct paper_source){ value, count, source };
}

bool
paper_name_is_known(const char *name)
{
	return case_value_is_known(name) || case_entry_is_known(name) ||
	    open_cell(name) >= 0;
}
