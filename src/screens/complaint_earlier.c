#include "screens/complaint_earlier.h"

#include <string.h>

#include "base/text.h"
#include "desk/desk.h"
#include "screens/header.h"
#include "screens/screens.h"
#include "screens/words.h"

enum { EACH_REASON = 20, FIELD_MAX = 4096, POPUP_COLUMNS = 76 };

/* Does a list joined by blanks hold the word? */
static bool
holds(const char *list, const char *word)
{
	size_t size = strlen(word);

	while (*list != '\0') {
		size_t here = strcspn(list, " ");

		if (here == size && memcmp(list, word, size) == 0)
			return true;
		list += here;
		list += strspn(list, " ");
	}
	return false;
}

/* Why a case is shown, the strongest reason first. */
static const char *
why(const struct complaint_related *related)
{
	if (related->by_person)
		return words("earlier.person");
	if (related->by_application)
		return words("earlier.application");
	if (related->by_company)
		return words("earlier.company");
	if (related->by_name)
		return words("earlier.name");
	return words(related->by_clause ? "earlier.clause" :
					  "earlier.service");
}

static const char *
row_text(const struct complaint_earlier_pick *pick, size_t i)
{
	const struct complaint_related *related = &pick->earlier.list[i];

	return arena_print(pick->arena, "%s %s: %s (%s)",
	    day_text(pick->arena, related->received), why(related),
	    related->about, related->state_label);
}

static size_t
filter(void *context, const char *typed)
{
	struct complaint_earlier_pick *pick = context;
	scoped_buf want;

	buf_init(&want, FIELD_MAX);
	text_fold(typed, false, &want);
	pick->n = 0;
	for (size_t i = 0; i < pick->earlier.n; i++) {
		scoped_buf have;

		buf_init(&have, FIELD_MAX);
		text_fold(pick->earlier.list[i].number, false, &have);
		text_fold(row_text(pick, i), false, &have);
		if (want.size == 0 || strstr(have.text, want.text) != NULL)
			pick->rows[pick->n++] = i;
	}
	return pick->n;
}

static struct choice_row
row(void *context, size_t i)
{
	const struct complaint_earlier_pick *pick = context;
	size_t at = pick->rows[i];

	return (struct choice_row){ pick->earlier.list[at].number,
		row_text(pick, at), pick->is_marked[at] ? "[x]" : "[ ]" };
}

static void
toggle(void *context, size_t i)
{
	struct complaint_earlier_pick *pick = context;
	bool *is_marked = &pick->is_marked[pick->rows[i]];

	*is_marked = !*is_marked;
}

struct step
complaint_earlier_open(struct complaint_earlier_pick *pick,
    struct screen *screen, const struct complaint *complaint,
    const struct sheet *sheet)
{
	const char *typed = answers_at(sheet->answers, sheet->focus)->stored;
	struct err err = { 0 };

	*pick = (struct complaint_earlier_pick){ .arena = arena_new() };
	pick->earlier = (struct complaint_earlier){ .arena = pick->arena,
		.limit = EACH_REASON };
	if (desk_complaint_earlier(screen_desk(screen), complaint,
	    &pick->earlier, &err)) {
		complaint_earlier_done(pick);
		screen_say_err(screen, &err);
		return step_stay();
	}
	if (pick->earlier.n == 0) {
		complaint_earlier_done(pick);
		screen_say(screen, NOTICE_INFO, "earlier.none", NULL);
		return step_stay();
	}
	pick->rows = arena_array(pick->arena, pick->earlier.n,
	    sizeof *pick->rows);
	pick->is_marked = arena_array(pick->arena, pick->earlier.n,
	    sizeof *pick->is_marked);
	for (size_t i = 0; i < pick->earlier.n; i++)
		pick->is_marked[i] =
		    holds(typed, pick->earlier.list[i].number);
	pick->pick = (struct pick){
		.source = { filter, row, pick },
		.title = words("earlier.title"),
		.columns = POPUP_COLUMNS,
		.toggle = toggle,
	};
	return step_push(&pick_screen, &pick->pick);
}

void
complaint_earlier_take(struct complaint_earlier_pick *pick,
    struct sheet *sheet)
{
	scoped_buf text;

	buf_init(&text, FIELD_MAX);
	buf_text(&text, "");
	for (size_t i = 0; i < pick->earlier.n; i++)
		if (pick->is_marked[i])
			buf_print(&text, "%s%s", text.size > 0 ? " " : "",
			    pick->earlier.list[i].number);
	answers_type(sheet->answers, sheet->focus, text.text, text.size,
	    sheet->context);
	sheet->is_typed = false;
	sheet_reload(sheet);
	complaint_earlier_done(pick);
}

void
complaint_earlier_done(struct complaint_earlier_pick *pick)
{
	arena_free(pick->arena);
	*pick = (struct complaint_earlier_pick){ 0 };
}
