/*
 * Every move of the complaint book from every state with every duty missing,
 * beside a table of what the standard wants, written down here once more.
 */

#include "lib/complaint_case.h"

#define WORK "diterima ditelaah internal tim-teknis apip ditindaklanjuti "
#define SHEET "grouping core clauses earlier plan "
#define LETTER_FIELDS "forward_to forward_number forward_date"

static const struct expected {
	const char *move, *from, *to;
	enum action action;
	const char *needs, *required;
	enum clock_effect effect;
} expected[] = {
	{ "record", "", "diterima", ACTION_RECORD_COMPLAINT,
	    "identity object window", "", CLOCK_START },
	{ "record-suggestion", "", "saran", ACTION_RECORD_COMPLAINT, "", "",
	    CLOCK_KEEP },
	{ "complete", "saran", "diterima", ACTION_RECORD_COMPLAINT,
	    "identity object window", "completed_date", CLOCK_START },
	{ "treat", "diterima ditelaah", "saran", ACTION_REVIEW_COMPLAINT,
	    "late", "kind", CLOCK_STOP },
	{ "review", "diterima dibuka-kembali", "ditelaah",
	    ACTION_REVIEW_COMPLAINT, "window", "", CLOCK_KEEP },
	{ "internal", "ditelaah tim-teknis apip ditindaklanjuti", "internal",
	    ACTION_REVIEW_COMPLAINT, SHEET "level-report", "level handler",
	    CLOCK_KEEP },
	{ "technical", "ditelaah internal apip ditindaklanjuti", "tim-teknis",
	    ACTION_REVIEW_COMPLAINT, SHEET "level-report agency",
	    "agency level", CLOCK_KEEP },
	{ "apip", "ditelaah internal tim-teknis ditindaklanjuti", "apip",
	    ACTION_REVIEW_COMPLAINT,
	    SHEET "level-report apip-reason apip-approval", "apip_reason",
	    CLOCK_KEEP },
	{ "escalate", "internal tim-teknis", "(stays)",
	    ACTION_REVIEW_COMPLAINT, "level-report", "number date recipient",
	    CLOCK_KEEP },
	{ "follow-up", "internal tim-teknis apip", "ditindaklanjuti",
	    ACTION_REVIEW_COMPLAINT, "action follow-up",
	    "follow_up follow_up_date", CLOCK_KEEP },
	{ "answer", "ditindaklanjuti", "dijawab", ACTION_REVIEW_COMPLAINT,
	    "action response follow-up answer approved",
	    "answer_date answer_medium", CLOCK_END },
	{ "report", "dijawab", "dilaporkan", ACTION_REVIEW_COMPLAINT,
	    "reported", "reported_to reported_date", CLOCK_KEEP },
	{ "close", "dijawab dilaporkan", "selesai", ACTION_REVIEW_COMPLAINT,
	    "identity object " SHEET "action level-report agency apip-reason "
	    "apip-approval response follow-up answer approved informed "
	    "reported", "", CLOCK_KEEP },
	{ "close-suggestion", "saran", "selesai", ACTION_REVIEW_COMPLAINT, "",
	    "", CLOCK_KEEP },
	{ "reopen", "dijawab dilaporkan selesai", "dibuka-kembali",
	    ACTION_RECORD_COMPLAINT, "identity object window reason",
	    "date reason", CLOCK_START },
	{ "withdraw", WORK "dibuka-kembali saran", "dicabut",
	    ACTION_REVIEW_COMPLAINT, "reason", "date reason", CLOCK_END },
	{ "forward", WORK "dibuka-kembali saran", "bukan-kewenangan",
	    ACTION_REVIEW_COMPLAINT, "letter", LETTER_FIELDS, CLOCK_END },
	{ "merge", WORK "dibuka-kembali saran", "digabung",
	    ACTION_REVIEW_COMPLAINT, "reason", "into reason", CLOCK_KEEP },
	{ "split", "digabung", "(back)", ACTION_REVIEW_COMPLAINT, "reason",
	    "reason", CLOCK_KEEP },
};

/* Is a word one of those joined by blanks? */
static bool
is_among(const char *words, const char *word)
{
	size_t n = strlen(word);

	for (const char *at = words; *at != '\0';) {
		size_t size = strcspn(at, " ");

		if (size == n && memcmp(at, word, n) == 0)
			return true;
		at += size + strspn(at + size, " ");
	}
	return false;
}

/* Does a class owe it at all, on this move? */
static bool
is_owed(const struct expected *row, enum handled_class class, enum need need)
{
	static const char *const led_to[] = { "internal", "technical",
		"apip" };

	/* The level that is left is that of the present class. */
	if (need == NEED_LEVEL_REPORT && class == HANDLED_BY_APIP)
		return false;
	for (size_t i = 0; i < array_length(led_to); i++)
		if (strcmp(row->move, led_to[i]) == 0)
			class = (enum handled_class)i;
	if (need == NEED_AGENCY && class != HANDLED_OUTSIDE)
		return false;
	if ((need == NEED_APIP_REASON || need == NEED_APIP_APPROVAL) &&
	    class != HANDLED_BY_APIP)
		return false;
	return is_among(row->needs, need_name(need));
}

/* Late, and kept with a reason: whatever the days are asked for is met. */
static void
begin(struct handled *handled, struct arena *arena, enum handled_class class)
{
	handled_begin(handled, arena, class);
	book_say(&handled->book, COMPLAINT_SERVICE_DATE, "2026-10-01");
	book_say(&handled->book, COMPLAINT_KIND, "pengaduan");
	book_say(&handled->book, COMPLAINT_KIND_REASON, "Pelapor sakit.");
}

static bool
may(const struct handled *handled, const struct move *move,
    const char *state, struct refusals *refusals)
{
	complaint_duties(&handled->facts, move, refusals);
	return refusals->n == 0 && (*state == '\0' ? move->n_from == 0 :
	    move_is_from(move, state));
}

/* With one duty missing (NEEDS_N: none) exactly what is owed is refused. */
static void
try(struct handled *handled, const struct expected *row,
    enum handled_class class, enum need lost)
{
	const struct life *life = &handled->book.life;
	const struct move *move = life_move(life, row->move);
	bool is_refused = lost < NEEDS_N && is_owed(row, class, lost);

	/* An answer that is gone is not approved either. */
	if (lost == NEED_ANSWER)
		is_refused = is_owed(row, class, NEED_APPROVED);
	for (size_t i = 0; i <= life->n_states; i++) {
		struct refusals refusals = { .arena = handled->book.arena };
		const char *state =
		    i == life->n_states ? "" : life->states[i].name;
		bool begins = *state == '\0' ? *row->from == '\0' :
		    is_among(row->from, state);

		assert_int_equal(may(handled, move, state, &refusals),
		    begins && !is_refused);
		if (is_refused && lost != NEED_ANSWER) {
			assert_int_equal(refusals.n, 1);
			assert_string_equal(refusals.list[0].fact.code +
			    strlen("duty."), need_name(lost));
		}
	}
}

T(every_move_from_every_state_with_every_duty_missing)
{
	for (size_t i = 0; i < array_length(expected); i++)
		for (int class = 0; class < HANDLED_CLASSES; class++)
			for (enum need lost = NEED_REASON; lost <= NEEDS_N;
			    lost++) {
				scoped_arena arena = arena_new();
				struct handled handled;

				begin(&handled, arena,
				    (enum handled_class)class);
				handled_lose(&handled, lost);
				try(&handled, &expected[i],
				    (enum handled_class)class, lost);
			}
}

static void
is_words(const char *const *words, size_t n, const char *wanted)
{
	size_t n_wanted = *wanted != '\0';

	for (const char *at = wanted; *at != '\0'; at++)
		n_wanted += *at == ' ';
	assert_int_equal(n, n_wanted);
	for (size_t i = 0; i < n; i++)
		assert_true(is_among(wanted, words[i]));
}

T(the_file_says_what_the_table_says_and_nothing_more)
{
	scoped_arena arena = arena_new();
	struct life life = load_life_of(arena, "complaint");

	assert_int_equal(life.n_moves, array_length(expected));
	for (size_t i = 0; i < array_length(expected); i++) {
		const struct expected *row = &expected[i];
		const struct move *move = life_move(&life, row->move);

		assert_non_null(move);
		is_words(move->from, move->n_from, row->from);
		is_words(move->required, move->n_required, row->required);
		assert_int_equal(move->action, row->action);
		assert_int_equal(move->effect, row->effect);
		assert_string_equal(move->to,
		    *row->to == '(' ? "" : row->to);
		for (enum need need = 0; need < NEEDS_N; need++)
			assert_int_equal((move->needs >> need & 1u) != 0,
			    is_among(row->needs, need_name(need)));
	}
}

T(a_role_that_may_not_is_in_no_move)
{
	static const struct {
		enum role role;
		bool records, reviews;
	} rows[] = {
		{ ROLE_CLERK, true, false }, { ROLE_CHECKER, true, false },
		{ ROLE_COMPLAINT, true, true }, { ROLE_SUPERIOR, true, true },
		{ ROLE_HEAD, true, true }, { ROLE_INSPECTOR, false, false },
		{ ROLE_ADMIN, false, false },
	};
	scoped_arena arena = arena_new();
	struct life life = load_life_of(arena, "complaint");

	for (size_t i = 0; i < life.n_moves; i++)
		for (size_t j = 0; j < array_length(rows); j++)
			assert_int_equal(role_may(ROLE_BIT(rows[j].role),
			    life.moves[i].action), life.moves[i].action ==
			    ACTION_RECORD_COMPLAINT ? rows[j].records :
			    rows[j].reviews);
}

T(out_of_dicabut_and_bukan_kewenangan_no_move_leads)
{
	static const char *const ends[] = { "dicabut", "bukan-kewenangan" };
	static const char *const rests[] = { "selesai", "digabung" };
	scoped_arena arena = arena_new();
	struct life life = load_life_of(arena, "complaint");

	for (size_t i = 0; i < array_length(ends); i++)
		assert_true(life_state(&life, ends[i])->is_end);
	for (size_t i = 0; i < array_length(rests); i++) {
		const struct state *rest = life_state(&life, rests[i]);

		assert_false(rest->is_end);
		assert_false(rest->is_open);
	}
}

T(each_sheet_a_move_asks_has_the_fields_it_requires)
{
	scoped_arena arena = arena_new();
	struct life life = load_life_of(arena, "complaint");

	for (size_t i = 0; i < life.n_moves; i++) {
		const struct move *move = &life.moves[i];
		size_t size = 0;
		const char *form;

		if (*move->form == '\0')
			continue;
		form = asset_text(arena, arena_print(arena, "forms/%s.form",
		    move->form), &size);
		for (size_t j = 0; j < move->n_required; j++)
			assert_non_null(strstr(form, arena_print(arena,
			    "field %s ", move->required[j])));
	}
}

T(a_split_leads_back_and_an_escalation_stays)
{
	scoped_arena arena = arena_new();
	struct life life = load_life_of(arena, "complaint");

	assert_string_equal(move_leads_to(life_move(&life, "split"),
	    "digabung", "internal"), "internal");
	assert_string_equal(move_leads_to(life_move(&life, "split"),
	    "digabung", NULL), "");
	assert_string_equal(move_leads_to(life_move(&life, "escalate"),
	    "tim-teknis", NULL), "tim-teknis");
	assert_string_equal(move_leads_to(life_move(&life, "close"),
	    "dijawab", "internal"), "selesai");
}

/* A chain of events, each after the one before. */
static struct status
folded(const struct life *life, const char *const *steps, size_t n,
    struct arena *arena)
{
	struct life_event *events = arena_array(arena, n, sizeof *events);

	for (size_t i = 0; i < n; i++) {
		char previous[ID_HEX_SIZE] = "";

		if (i > 0)
			id_print(&events[i - 1].id, previous);
		events[i] = (struct life_event){
			.id = { { (uint8_t)(i + 1) } },
			.move = steps[2 * i], .state = steps[2 * i + 1],
			.previous = arena_text(arena, previous),
			.at_ms = (int64_t)i };
	}
	return life_fold(life, events, n);
}

T(merge_and_split_fold_back_to_the_state_before)
{
	static const char *const good[] = { "record", "diterima", "review",
		"ditelaah", "merge", "digabung", "split", "ditelaah" };
	static const char *const bad[] = { "record", "diterima", "merge",
		"digabung", "split", "digabung" };
	static const char *const stays[] = { "record", "diterima", "internal",
		"internal", "escalate", "tim-teknis" };
	scoped_arena arena = arena_new();
	struct life life = load_life_of(arena, "complaint");
	struct status status = folded(&life, good, 4, arena);

	assert_string_equal(status.state->name, "ditelaah");
	assert_false(status.has_impossible);
	assert_true(folded(&life, bad, 3, arena).has_impossible);
	assert_true(folded(&life, stays, 3, arena).has_impossible);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    every_move_from_every_state_with_every_duty_missing),
		cmocka_unit_test(
		    the_file_says_what_the_table_says_and_nothing_more),
		cmocka_unit_test(a_role_that_may_not_is_in_no_move),
		cmocka_unit_test(
		    out_of_dicabut_and_bukan_kewenangan_no_move_leads),
		cmocka_unit_test(
		    each_sheet_a_move_asks_has_the_fields_it_requires),
		cmocka_unit_test(a_split_leads_back_and_an_escalation_stays),
		cmocka_unit_test(
		    merge_and_split_fold_back_to_the_state_before),
	};

	return T_RUN(tests);
}
