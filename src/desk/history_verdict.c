#include <string.h>

#include "desk/complaint_fold.h"
#include "desk/history_inside.h"
#include "store/alike.h"

/* Whether a case is one with another, as lines of its history. */

static const char *
word_of(const struct gathered *gathered, const struct record *said)
{
	struct id one = record_id(said, VERDICT_ONE);
	bool is_one = id_equal(&one, &gathered->id);

	switch (alike_verdict_of(said)) {
	case ALIKE_ONE_STAYS: return is_one ? "same" : "copy";
	case ALIKE_OTHER_STAYS: return is_one ? "copy" : "same";
	case ALIKE_DIFFERENT: return "different";
	case ALIKE_UNDECIDED: break;
	}
	return "undecided";
}

/* The other of the two; false when it is not here, or names who works. */
static bool
read_other(const struct gathered *gathered, const struct record *verdict,
    struct record *ret_other)
{
	const struct table *table =
	    table_named(record_text(verdict, VERDICT_RULE));
	struct id id = record_id(verdict, VERDICT_ONE);

	if (id_equal(&id, &gathered->id))
		id = record_id(verdict, VERDICT_OTHER);
	if (table == NULL || store_get(gathered->desk->store, table->number,
	    &id, gathered->arena, ret_other, NULL))
		return false;
	return table->number != TABLE_COMPLAINT ||
	    !complaint_names(gathered->desk, ret_other);
}

void
history_add_verdict(struct gathered *gathered, const struct history_row *row,
    const struct record *verdict)
{
	struct history_line line = { .kind = HISTORY_JUDGED, .before = "",
		.after = "", .reason = "" };
	struct record said = *verdict, other;

	if (!read_other(gathered, verdict, &other))
		return;
	record_set_text(&said, gathered->arena, VERDICT_VERDICT,
	    history_after(gathered, row, "verdict"));
	line.what = word_of(gathered, &said);
	line.label = row_name(&other);
	history_add(gathered, row, &line);
}
