#include "screens/context.h"

#include "desk/assets.h"
#include "desk/desk.h"
#include "desk/officer.h"
#include "desk/session.h"
#include "domain/standard.h"
#include "screens/words.h"

/* The officers as rows to choose from; none when they cannot be read. */
static const struct lookup *
officers_of(struct desk *desk, struct arena *arena)
{
	struct lookup *lookup = arena_alloc(arena, sizeof *lookup);
	struct officer *officers = NULL;
	struct lookup_row *rows;
	size_t n = 0, active = 0;

	if (desk_officers(desk, arena, &officers, &n, NULL))
		n = 0;
	rows = arena_array(arena, n, sizeof *rows);
	for (size_t i = 0; i < n; i++)
		if (officers[i].is_active)
			rows[active++] = (struct lookup_row){
				officers[i].staff_id, officers[i].name,
				officers[i].post };
	*lookup = lookup_rows(rows, active);
	return lookup;
}

struct field_context *
context_of(struct desk *desk, struct arena *arena)
{
	const struct assets *assets = desk_assets(desk);
	const struct seat *seat = desk_officer(desk);
	struct field_context *context = arena_alloc(arena, sizeof *context);

	*context = (struct field_context){
		.today = desk_today(desk),
		.station = desk_station(desk),
		.officer = seat == NULL ? "" :
		    arena_text(arena, seat->staff_id),
		.calendar = assets->calendar,
		.regions = assets->regions,
		.kbli = assets->kbli,
		.standards = assets->standards,
		.n_standards = assets->n_standards,
		.officers = officers_of(desk, arena),
		.words = assets->complaints,
	};
	return context;
}

/* The clause in the first standard that has it. */
static const struct clause *
clause_of(struct desk *desk, const char *id)
{
	const struct assets *assets = desk_assets(desk);
	const struct clause *clause = NULL;

	for (size_t i = 0; i < assets->n_standards && clause == NULL; i++)
		clause = standard_clause(assets->standards[i], id);
	return clause;
}

const char *
field_help(struct desk *desk, const struct field *field, struct arena *arena,
    const char **ret_title)
{
	const struct clause *clause = NULL;
	scoped_buf text;

	buf_init(&text, 1 << 16);
	buf_text(&text, field->help == NULL ? "" : field->help);
	if (field->clause != NULL)
		clause = clause_of(desk, field->clause);
	if (clause != NULL) {
		buf_print(&text, "\n\n%s  %s", clause->id, clause->text);
		for (size_t i = 0; i < clause->n_notes; i++) {
			char day[DATE_TEXT_SIZE];

			date_print_local(clause->notes[i].date, day);
			buf_print(&text, "\n[%s %s: %s]", words("help.note"),
			    day, clause->notes[i].text);
		}
	}
	*ret_title = field->label;
	return arena_text(arena, text.text);
}
