#include "desk/case.h"

#include <string.h>

#include "desk/fold.h"
#include "forms/answers.h"
#include "forms/record_map.h"
#include "store/rows.h"

static const char *
stored(struct arena *arena, struct date date)
{
	char text[DATE_TEXT_SIZE];

	date_print(date, text);
	return arena_text(arena, text);
}

/* The ends it was decided on, as hex ids joined by blanks. */
static const char *
previous_of(const struct case_step *step, struct arena *arena)
{
	char text[ID_HEX_SIZE];
	scoped_buf list;

	buf_init(&list, OPEN_ENDS_MAX * ID_HEX_SIZE);
	buf_text(&list, "");
	for (size_t i = 0; i < step->n_ends; i++) {
		id_print(&step->ends[i], text);
		buf_print(&list, "%s%s", i > 0 ? " " : "", text);
	}
	return arena_text(arena, list.text);
}

enum fail
case_step(struct desk *desk, const struct id *id,
    const struct case_step *step, struct arena *arena, struct id *ret_event,
    struct err *err)
{
	struct record event =
	    record_of(TABLE_EVENT, store_new_id(desk->store));
	struct folded folded;
	enum fail fail;

	record_set_id(&event, EVENT_PARENT, *id);
	record_set_text(&event, arena, EVENT_MOVE, step->move->name);
	record_set_text(&event, arena, EVENT_STATE, step->move->to);
	record_set_text(&event, arena, EVENT_DATE, stored(arena, step->date));
	record_set_integer(&event, EVENT_AT, store_now(desk->store));
	record_set_text(&event, arena, EVENT_OFFICER, act_officer(desk));
	record_set_text(&event, arena, EVENT_STATION,
	    store_station(desk->store));
	record_set_text(&event, arena, EVENT_REASON, step->reason);
	record_set_text(&event, arena, EVENT_PREVIOUS,
	    previous_of(step, arena));
	record_set_text(&event, arena, EVENT_SNAPSHOT, step->snapshot);
	fail = store_put(desk->store, &event, err);
	if (!fail)
		fail = fold_keep(desk, id, &folded, arena, err);
	if (fail)
		return fail;
	*ret_event = event.id;
	return FAIL_NONE;
}

const struct standard *
case_standard(const struct desk *desk, const struct answers *answers)
{
	const char *number = answers_text(answers, "standard");

	for (size_t i = 0; i < desk->assets.n_standards; i++)
		if (*number == '\0' ||
		    strcmp(desk->assets.standards[i]->number, number) == 0)
			return desk->assets.standards[i];
	return NULL;
}

struct record
case_record(struct desk *desk, const struct answers *answers, struct id id,
    struct arena *arena)
{
	const struct standard *standard = case_standard(desk, answers);
	const struct form *form = answers_form(answers);
	struct record record = record_of(TABLE_APPLICATION, id);

	answers_to_record(answers, &record, arena);
	if (standard != NULL) {
		record_set_text(&record, arena, APPLICATION_STANDARD,
		    standard->number);
		record_set_text(&record, arena, APPLICATION_STANDARD_VERSION,
		    standard->version);
	}
	record_set_text(&record, arena, APPLICATION_FORM, form->name);
	record_set_text(&record, arena, APPLICATION_FORM_VERSION,
	    form->version);
	if (!record_has(&record, APPLICATION_RECEIVED_DATE))
		record_set_text(&record, arena, APPLICATION_RECEIVED_DATE,
		    stored(arena, desk_today(desk)));
	return record;
}

void
case_snapshot(const struct application *application, struct buf *out)
{
	const struct folded folded = { .checklist = *application->checklist,
		.clock = *application->clock };

	fold_snapshot(&folded, out);
}
