#include "screens/exchange_draw.h"

#include "screens/header.h"
#include "screens/screen.h"
#include "screens/words.h"

enum { RIGHT = 44, LABEL = 19, BAR = 40, SUMMARY_ROWS = 6, PEERS_MAX = 5 };

static int
put_pair(struct canvas *canvas, int row, int column, const char *code,
    enum face face, const char *value)
{
	canvas_put(canvas, row, column, FACE_LABEL, words(code));
	canvas_put_in(canvas, row, column + LABEL, RIGHT - LABEL - 4, face,
	    value);
	return row + 1;
}

static const char *
look_words(enum exchange_look look)
{
	switch (look) {
	case EXCHANGE_NONE: return words("exchange.none");
	case EXCHANGE_NEVER: return words("exchange.never");
	case EXCHANGE_RUNS: return words("exchange.running");
	case EXCHANGE_FINE: return words("exchange.fine");
	case EXCHANGE_WAITING: return words("exchange.waiting");
	case EXCHANGE_STALE: break;
	}
	return words("exchange.stale");
}

static void
draw_summary(const struct exchange *exchange, struct arena *arena,
    struct canvas *canvas, struct area body)
{
	bool is_fine = exchange->head.look == EXCHANGE_FINE ||
	    exchange->head.look == EXCHANGE_RUNS ||
	    exchange->head.look == EXCHANGE_NONE;
	int row = body.row, column = body.column + 3;

	canvas_put(canvas, row++, column - 1, FACE_TITLE,
	    words("exchange.summary"));
	row = put_pair(canvas, row, column, "exchange.last-good", FACE_PLAIN,
	    exchange->head.good_ms == 0 ? "-" :
	    moment_text(arena, exchange->head.good_ms));
	row = put_pair(canvas, row, column, "exchange.interval", FACE_PLAIN,
	    exchange->minutes == 0 ? words("exchange.night-only") :
	    sentence_of(arena, "exchange.minutes",
	    arena_print(arena, "%d", exchange->minutes), NULL));
	row = put_pair(canvas, row, column, "exchange.share", FACE_PLAIN,
	    *exchange->share == '\0' ? "-" : exchange->share);
	row = put_pair(canvas, row, column, "exchange.look",
	    is_fine ? FACE_PLAIN : FACE_WARNING,
	    look_words(exchange->head.look));
	put_pair(canvas, row, column, "exchange.heard", FACE_PLAIN,
	    sentence_of(arena, "exchange.heard-of",
	    arena_print(arena, "%zu", exchange->n_heard),
	    arena_print(arena, "%zu", exchange->n_fleet), NULL));
}

static void
put_count(struct canvas *canvas, int row, int column, const char *code,
    int64_t n, struct arena *arena)
{
	canvas_put(canvas, row, column, FACE_LABEL, words(code));
	canvas_put_right(canvas, row, column + 22, 8,
	    n > 0 ? FACE_STRONG : FACE_PLAIN,
	    arena_print(arena, "%lld", (long long)n));
}

static void
draw_waiting(const struct exchange *exchange, struct arena *arena,
    struct canvas *canvas, struct area body)
{
	int row = body.row, column = body.column + RIGHT + 1;

	canvas_put(canvas, row++, column - 1, FACE_TITLE,
	    words("exchange.queue"));
	put_count(canvas, row++, column, "exchange.unsealed",
	    exchange->unsealed, arena);
	put_count(canvas, row++, column, "exchange.unsent", exchange->unsent,
	    arena);
	put_count(canvas, row++, column, "exchange.conflicts",
	    exchange->head.conflicts, arena);
	put_count(canvas, row++, column, "exchange.parked", exchange->parked,
	    arena);
	put_count(canvas, row, column, "exchange.refused", exchange->refused,
	    arena);
}

/* What is the matter with a counter; "" when nothing is. */
static const char *
peer_trouble(const struct exchange_peer *peer, struct arena *arena)
{
	if (peer->silent_days > 0 && peer->seen_ms == 0)
		return sentence_of(arena, "exchange.never-heard",
		    peer->station, NULL);
	if (peer->silent_days > 0)
		return sentence_of(arena, "exchange.silent", peer->station,
		    moment_text(arena, peer->seen_ms), NULL);
	if (peer->digest_differs)
		return sentence_of(arena, "exchange.differs", peer->station,
		    NULL);
	if (peer->trouble != NULL)
		return arena_print(arena, "%s: %s", peer->station,
		    sentence(arena, peer->trouble));
	return "";
}

static int
draw_troubles(const struct exchange *exchange, struct arena *arena,
    struct canvas *canvas, struct area body, int row)
{
	int shown = 0;

	for (size_t i = 0; i < exchange->n_peers && shown < PEERS_MAX; i++) {
		const char *trouble =
		    peer_trouble(&exchange->peers[i], arena);

		if (*trouble == '\0')
			continue;
		canvas_put(canvas, row, body.column + 3, FACE_MARK, "!");
		canvas_put_in(canvas, row++, body.column + 5,
		    body.columns - 6, FACE_WARNING, trouble);
		shown++;
	}
	return row;
}

static const char *
phase_words(enum exchange_phase phase)
{
	switch (phase) {
	case EXCHANGE_STARTING: return words("exchange.phase-start");
	case EXCHANGE_SEALING: return words("exchange.phase-seal");
	case EXCHANGE_PUBLISHING: return words("exchange.phase-publish");
	case EXCHANGE_SAYING: return words("exchange.phase-say");
	case EXCHANGE_PULLING: return words("exchange.phase-pull");
	case EXCHANGE_APPLYING: return words("exchange.phase-apply");
	case EXCHANGE_DONE: break;
	}
	return "";
}

const char *
exchange_step(const struct exchange_run *run, struct arena *arena)
{
	return sentence_of(arena, "exchange.step",
	    arena_print(arena, "%d", (int)run->phase + 1),
	    arena_print(arena, "%d", (int)EXCHANGE_DONE),
	    phase_words(run->phase), NULL);
}

const char *
exchange_counts(const struct exchange_run *run, struct arena *arena)
{
	const char *done = arena_print(arena, "%lld", (long long)run->done);
	const char *total = arena_print(arena, "%lld", (long long)run->total);

	if (run->total <= 0)
		return "";
	if (run->seconds_left < 0)
		return sentence_of(arena, "exchange.counts", done, total,
		    NULL);
	return sentence_of(arena, "exchange.counts-left", done, total,
	    arena_print(arena, "%lld", (long long)run->seconds_left), NULL);
}

long long
exchange_part(const struct exchange_run *run, long long *ret_whole)
{
	bool is_in_bytes = run->bytes_total > 0;

	*ret_whole = is_in_bytes ? run->bytes_total : run->total;
	if (*ret_whole <= 0) {
		*ret_whole = 1; /* not known yet: an empty bar */
		return 0;
	}
	return is_in_bytes ? run->bytes_done : run->done;
}

static int
draw_running(const struct exchange *exchange, struct arena *arena,
    struct canvas *canvas, struct area body, int row)
{
	const struct exchange_run *run = &exchange->running;
	int column = body.column + 3;
	long long part, whole;

	if (run->number == 0)
		return row;
	canvas_put(canvas, row++, column - 1, FACE_TITLE,
	    words("exchange.now"));
	canvas_put(canvas, row++, column, FACE_PLAIN,
	    exchange_step(run, arena));
	part = exchange_part(run, &whole);
	canvas_bar(canvas, row, column, BAR, part, whole);
	canvas_put(canvas, row, column + BAR + 2, FACE_PLAIN,
	    exchange_counts(run, arena));
	return row + 2;
}

static const char *
run_result(const struct exchange_run *run, struct arena *arena)
{
	if (run->ended_ms == 0)
		return words("exchange.run-open");
	if (run->exit == 0)
		return sentence_of(arena, "exchange.run-good",
		    arena_print(arena, "%lld", (long long)run->sent),
		    arena_print(arena, "%lld", (long long)run->applied),
		    arena_print(arena, "%lld",
		    (long long)(run->ended_ms - run->started_ms + 999) /
		    1000), NULL);
	return sentence_of(arena, run->exit == 75 ? "exchange.run-later" :
	    "exchange.run-bad", run->fact.code[0] != '\0' ?
	    sentence(arena, &run->fact) : "", NULL);
}

static void
draw_runs(const struct exchange *exchange, int top, struct arena *arena,
    struct canvas *canvas, struct area body, int row)
{
	int end = body.row + body.rows;

	canvas_put(canvas, row++, body.column + 2, FACE_TITLE,
	    words("exchange.runs"));
	if (exchange->n_runs == 0)
		canvas_put(canvas, row, body.column + 3, FACE_QUIET,
		    words("exchange.no-runs"));
	for (size_t i = (size_t)top; i < exchange->n_runs && row < end; i++) {
		const struct exchange_run *run = &exchange->runs[i];

		if (run->number == exchange->running.number)
			continue;
		canvas_put(canvas, row, body.column + 3, FACE_PLAIN,
		    moment_text(arena, run->started_ms));
		canvas_put_in(canvas, row++, body.column + 21,
		    body.columns - 22, run->exit == 0 ? FACE_PLAIN :
		    FACE_WARNING, run_result(run, arena));
	}
}

void
exchange_draw(const struct exchange *exchange, int top,
    struct canvas *canvas, struct area body)
{
	scoped_arena arena = arena_new();
	int row = body.row + SUMMARY_ROWS;

	draw_summary(exchange, arena, canvas, body);
	draw_waiting(exchange, arena, canvas, body);
	row = draw_troubles(exchange, arena, canvas, body, row);
	row = draw_running(exchange, arena, canvas, body, row + 1);
	draw_runs(exchange, top, arena, canvas, body, row);
}
