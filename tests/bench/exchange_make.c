#include "bench/exchange.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/file.h"
#include "domain/record.h"
#include "lib/counters.h"
#include "lib/draw.h"
#include "store/rows.h"
#include "store/state.h"

#define ONE_OF(random, list) (list)[t_random_below(random, array_length(list))]

enum { AT_ONCE = 100, CHECKS = 3, STEP_MS = 60 * 1000 };

/* 2026-01-05 and 2026-11-02, both at 08:00. */
static const struct local_time first_day = { .date = { 2026, 1, 5 },
	.hour = 8 };
static const struct local_time today = { .date = { 2026, 11, 2 }, .hour = 8 };

/* Who writes: a clock that goes on at each look, random bytes, a memory. */
struct hand {
	struct counters counters;
	struct t_random random;
	struct draw draw;
	int64_t now_ms;
};

static int64_t
clock_of(void *context)
{
	struct hand *hand = context;

	return hand->now_ms += STEP_MS;
}

int64_t
counters_now(void *context)
{
	(void)context;
	return local_to_utc(&today);
}

/* As counters_make() opens what it makes. */
struct store *
counters_open(struct counters *it, const char *data, const char *station)
{
	struct store_options options = {
		.clock = { .now_ms = counters_now },
		.entropy = it->entropy,
		.station = station,
		.may_create = station != NULL,
	};
	struct store *store = NULL;

	if (store_open(arena_print(it->arena, "%s/loket.db", data), &options,
		&store, &it->err))
		return NULL;
	return store;
}

static const char *const given[] = { "Siti", "Wayan", "Maria", "Yohanes",
	"Nurhayati", "Agus", "Made", "Muhammad", "Dewi", "Asep", "Euis",
	"Cecep", "Rina", "Budi", "Ujang", "Neneng" };
static const char *const syllables[] = { "ra", "su", "dar", "ma", "wa", "ti",
	"go", "re", "ta", "ek", "se", "ya", "wan", "bal", "les", "ri", "hi",
	"da", "yat", "ku", "no", "pra", "bo", "wo", "nu", "gro", "ha" };
static const char *const streets[] = { "Jl. Veteran", "Jl. Ipik Gandamanah",
	"Jl. Singawinata", "Jl. Kapten Halim", "Kp. Cikopo", "Kp. Sukamaju",
	"Jl. Raya Sadang", "Kp. Babakan" };
static const char *const firms[] = { "Plastik", "Kemasan", "Karya", "Polimer",
	"Wadah", "Tirta", "Mitra", "Abadi" };
static const char *const clauses[] = { "32/1.A.1", "32/1.A.2", "32/1.A.3" };

/* A text of a record, printed. */
static void __attribute__((format(printf, 4, 5)))
put_text(struct record *record, struct arena *arena, int cell,
    const char *format, ...)
{
	char text[128];
	va_list words;

	va_start(words, format);
	vsnprintf(text, sizeof text, format, words);
	va_end(words);
	record_set_text(record, arena, cell, text);
}

static void
put_applicant(
    struct t_random *random, struct arena *arena, struct record *record)
{
	put_text(record, arena, APPLICATION_NIK, "32140%zu55%08zu",
	    t_random_below(random, 10), t_random_below(random, 100000000));
	put_text(record, arena, APPLICATION_NAME, "%s %s%s%s",
	    ONE_OF(random, given), ONE_OF(random, syllables),
	    ONE_OF(random, syllables), ONE_OF(random, syllables));
	put_text(record, arena, APPLICATION_PHONE, "+62812%08zu",
	    t_random_below(random, 100000000));
	put_text(record, arena, APPLICATION_ADDRESS, "%s No. %zu",
	    ONE_OF(random, streets), 1 + t_random_below(random, 200));
	put_text(record, arena, APPLICATION_VILLAGE, "32.14.%02zu.20%02zu",
	    1 + t_random_below(random, 17), 1 + t_random_below(random, 12));
}

static void
put_firm(struct t_random *random, struct arena *arena, struct record *record)
{
	put_text(record, arena, APPLICATION_NIB, "%06zu%07zu",
	    t_random_below(random, 1000000), t_random_below(random, 10000000));
	put_text(record, arena, APPLICATION_COMPANY_NAME, "PT %s%s %s",
	    ONE_OF(random, syllables), ONE_OF(random, syllables),
	    ONE_OF(random, firms));
	put_text(record, arena, APPLICATION_KBLI, "222%zu0",
	    1 + t_random_below(random, 2));
	put_text(record, arena, APPLICATION_KBLI_EDITION, "2020");
	put_text(record, arena, APPLICATION_SCALE, "menengah");
	put_text(record, arena, APPLICATION_LOCATION, "luar");
	put_text(record, arena, APPLICATION_SITE_ADDRESS, "%s No. %zu",
	    ONE_OF(random, streets), 1 + t_random_below(random, 200));
	put_text(record, arena, APPLICATION_SITE_VILLAGE, "32.14.%02zu.20%02zu",
	    1 + t_random_below(random, 17), 1 + t_random_below(random, 12));
}

static enum fail
put_event(struct store *store, struct arena *arena, const struct id *id,
    const char *move, const char *state, struct err *err)
{
	struct record event = record_of(TABLE_EVENT, store_new_id(store));
	struct case_state at = { .id = *id,
		.table = TABLE_APPLICATION,
		.state = state,
		.due = "",
		.started = "",
		.stopped = "" };
	enum fail fail;

	record_set_id(&event, EVENT_PARENT, *id);
	record_set_text(&event, arena, EVENT_MOVE, move);
	record_set_text(&event, arena, EVENT_STATE, state);
	record_set_text(&event, arena, EVENT_DATE, "2026-11-02");
	record_set_integer(&event, EVENT_AT, store_now(store));
	record_set_text(&event, arena, EVENT_OFFICER, "ani");
	record_set_text(&event, arena, EVENT_STATION, "L01");
	fail = store_put(store, &event, err);
	return fail ? fail : store_state_put(store, &at, err);
}

static enum fail
put_checks(struct store *store, struct arena *arena, const struct id *id,
    const char *result, struct err *err)
{
	enum fail fail = FAIL_NONE;

	for (size_t i = 0; i < CHECKS && !fail; i++) {
		struct record row =
		    record_of(TABLE_CHECK, id_derived("check", id, clauses[i]));

		record_set_id(&row, CHECK_APPLICATION_ID, *id);
		record_set_text(&row, arena, CHECK_CLAUSE, clauses[i]);
		record_set_text(&row, arena, CHECK_RESULT, result);
		record_set_text(&row, arena, CHECK_OFFICER, "ani");
		record_set_integer(&row, CHECK_AT, store_now(store));
		fail = store_put(store, &row, err);
	}
	return fail;
}

/* Application n, as it is received. */
static enum fail
put_application(struct hand *hand, struct store *store, int n, struct err *err)
{
	struct arena *arena = hand->counters.arena;
	struct record record =
	    record_of(TABLE_APPLICATION, store_new_id(store));
	const struct date first = first_day.date;
	char day[24];
	enum fail fail;

	date_print(date_add(first, n / 400), day);
	put_text(&record, arena, APPLICATION_NUMBER, "L01-2026-%04d", n);
	put_text(&record, arena, APPLICATION_STANDARD, "32");
	put_text(&record, arena, APPLICATION_STANDARD_VERSION, "1");
	put_text(&record, arena, APPLICATION_FORM, "application");
	put_text(&record, arena, APPLICATION_FORM_VERSION, "1");
	put_text(&record, arena, APPLICATION_RECEIVED_DATE, "%s", day);
	record_set_integer(&record, APPLICATION_TYPED_AT, store_now(store));
	put_applicant(&hand->random, arena, &record);
	put_firm(&hand->random, arena, &record);
	fail = store_put(store, &record, err);
	if (!fail)
		fail = put_checks(store, arena, &record.id, "", err);
	return fail ?
	    fail :
	    put_event(store, arena, &record.id, "receive", "diterima", err);
}

static enum fail
fill(struct hand *hand, struct store *store, struct err *err)
{
	enum fail fail = FAIL_NONE;

	for (int n = 1; n <= EXCHANGE_MANY && !fail;) {
		scoped_transaction transaction = { 0 };

		fail = transaction_begin(&transaction, store, "ani", err);
		for (int i = 0; i < AT_ONCE && !fail; i++, n++) {
			arena_reset(hand->counters.arena);
			fail = put_application(hand, store, n, err);
		}
		if (!fail)
			fail = transaction_commit(&transaction, err);
	}
	return fail;
}

static void
hand_begin(struct hand *hand, const struct local_time *now, uint64_t seed)
{
	*hand = (struct hand){ .random = { seed },
		.draw = { seed },
		.now_ms = local_to_utc(now) };
	hand->counters.arena = arena_new();
	hand->counters.entropy = draw_entropy(&hand->draw);
}

/* The register of the first counter. */
static enum fail
open_register(struct hand *hand, const char *folder, struct store **ret_store,
    struct err *err)
{
	scoped_arena arena = arena_new();
	struct store_options options = {
		.clock = { clock_of, hand },
		.entropy = hand->counters.entropy,
	};

	return store_open(arena_print(arena, "%s/one/loket.db", folder),
	    &options, ret_store, err);
}

enum fail
exchange_make(const char *folder, struct err *err)
{
	scoped_arena arena = arena_new();
	struct hand hand;
	scoped_store store = NULL;
	char *word[] = { arena_print(arena, "%s/share", folder),
		arena_print(arena, "%s/one", folder),
		arena_print(arena, "%s/two", folder) };
	enum fail fail = folder_make(folder, 0700, err);

	if (fail)
		return fail;
	hand_begin(&hand, &first_day, 20261102);
	fail = counters_make(&hand.counters, array_length(word), word);
	if (fail)
		*err = hand.counters.err;
	if (!fail)
		fail = open_register(&hand, folder, &store, err);
	if (!fail)
		fail = fill(&hand, store, err);
	arena_free(hand.counters.arena);
	return fail;
}

/* What a day does to one application. */
static enum fail
change(struct hand *hand, struct store *store, int n, struct err *err)
{
	scoped_transaction transaction = { 0 };
	struct arena *arena = hand->counters.arena;
	struct records found = { .arena = arena };
	char number[32];
	enum fail fail;

	arena_reset(arena);
	snprintf(number, sizeof number, "L01-2026-%04d", n);
	fail = transaction_begin(&transaction, store, "budi", err);
	if (!fail)
		fail = store_find_text(store, TABLE_APPLICATION,
		    APPLICATION_NUMBER, number, &found, err);
	if (fail)
		return fail;
	assert(found.n == 1);
	put_text(&found.list[0], arena, APPLICATION_PHONE, "+62813%08zu",
	    t_random_below(&hand->random, 100000000));
	fail = store_put(store, &found.list[0], err);
	if (!fail)
		fail = put_checks(store, arena, &found.list[0].id, "B", err);
	if (!fail)
		fail = put_event(store, arena, &found.list[0].id, "complete",
		    "lengkap", err);
	return fail ? fail : transaction_commit(&transaction, err);
}

enum fail
exchange_change(void *context, struct err *err)
{
	const int apart = EXCHANGE_MANY / EXCHANGE_CHANGED;
	scoped_store store = NULL;
	struct hand hand;
	enum fail fail;

	hand_begin(&hand, &today, 300);
	fail = open_register(&hand, context, &store, err);
	for (int i = 0; i < EXCHANGE_CHANGED && !fail; i++)
		fail = change(&hand, store, 1 + i * apart, err);
	arena_free(hand.counters.arena);
	return fail;
}
