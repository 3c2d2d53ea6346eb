/*
 * Stations, nights, edits and faults, from one seed: the real registers, the
 * real containers, the real rounds, on a share that is only in memory and
 * clocks that jump. At the end every register is compared with what an
 * independent account of all writes says it must hold.
 *
 *	sim [FIRST [COUNT [STATIONS [NIGHTS [EDITS [FAULTS]]]]]]
 *
 * FAULTS is a number in a thousand calls. One line of TAP for each seed; the
 * same seed does the same again.
 */
#include <unistd.h>

#include "account.h"
#include "lib/draw.h"
#include "paper_share.h"
#include "station.h"

struct plan {
	uint64_t seed;
	size_t stations, nights, edits;
	int faults;
};

enum { STATIONS_MAX = 8, QUIET_NIGHTS = 6 };

struct sim {
	struct plan plan;
	struct t_random random;
	struct draw draw;
	struct t_folder folder;
	struct paper_share paper;
	struct account account;
	struct fleet_keys fleet;
	struct station stations[STATIONS_MAX];
	size_t n; /* stations, with twins */
	bool may_forget; /* the share: be set back or emptied */
	size_t rounds, failed, kills, restores, twins;
};

static void
open_all(struct sim *sim)
{
	const struct plan *plan = &sim->plan;

	sim->random = (struct t_random){ plan->seed * 2654435761u + 1 };
	sim->draw = (struct draw){ plan->seed * 40503u + 7 };
	sim->folder = t_folder_new();
	sim->paper = (struct paper_share){ .random = &sim->random };
	for (size_t i = 0; i < plan->stations; i++)
		station_open(&sim->stations[i], i, sim->folder.path,
		    &sim->draw);
	fleet_found(&sim->fleet, sim->stations, plan->stations, &sim->draw,
	    &sim->paper);
	for (size_t i = 0; i < plan->stations; i++)
		station_join(&sim->stations[i], &sim->fleet);
	sim->n = plan->stations;
	sim->may_forget = plan->faults > 0;
}

static void
close_all(struct sim *sim)
{
	for (size_t i = 0; i < sim->n; i++)
		station_close(&sim->stations[i]);
	paper_free(&sim->paper);
	account_free(&sim->account);
	buf_done(&sim->fleet.roster);
	t_folder_done(&sim->folder);
}

/* Clocks drift by an hour, and now and then jump by years. */
static void
move_clock(struct sim *sim, struct station *station)
{
	int64_t drift = (int64_t)t_random_below(&sim->random, 7200) - 3600;

	station->now_ms += 3600 * 1000 + drift * 1000;
	if (t_random_below(&sim->random, 60) == 0)
		station->now_ms += INT64_C(315360000000); /* ten years on */
	if (t_random_below(&sim->random, 60) == 0)
		station->now_ms -= INT64_C(34560000000); /* 400 days back */
	if (station->now_ms < 0)
		station->now_ms = INT64_C(1000000000000);
}

static void
round_of(struct sim *sim, struct station *station, bool is_well)
{
	size_t points = 0;

	if (!is_well && t_random_below(&sim->random, 4) == 0) {
		points = 1 + t_random_below(&sim->random, 40);
		sim->kills++;
	}
	sim->rounds++;
	if (!station_round(station, &sim->paper, points))
		sim->failed++;
}

/*
 * Only what is on the share can come back to a register that was set back: a
 * share that forgets it as well, before anybody read it, has lost it for
 * good. So it may forget no more in this run.
 */
static void
restore(struct sim *sim, struct station *station)
{
	int faults = sim->paper.fault_permille;

	if (!station->has_copy)
		return;
	sim->paper.fault_permille = 0;
	for (int i = 0; i < 3; i++)
		round_of(sim, station, true);
	station_restore(station);
	paper_remember(&sim->paper);
	sim->may_forget = false;
	sim->paper.fault_permille = faults;
	sim->restores++;
}

static void
disturb_one(struct sim *sim)
{
	struct station *station =
	    &sim->stations[t_random_below(&sim->random, sim->n)];

	switch (t_random_below(&sim->random, 8)) {
	case 0:
	case 1:
		station_back_up(station);
		break;
	case 2:
		restore(sim, station);
		break;
	case 3:
		if (sim->n == STATIONS_MAX)
			break;
		station_twin(&sim->stations[sim->n], sim->n, station,
		    sim->folder.path);
		sim->n++;
		sim->twins++;
		break;
	}
}

static void
night(struct sim *sim)
{
	size_t n = sim->n;

	for (size_t i = 0; i < sim->plan.edits * n; i++) {
		struct station *station =
		    &sim->stations[t_random_below(&sim->random, n)];

		move_clock(sim, station);
		account_edit(&sim->account, station, &sim->random);
	}
	if (t_random_below(&sim->random, 5) == 0)
		paper_remember(&sim->paper);
	if (sim->may_forget && t_random_below(&sim->random, 8) == 0)
		paper_set_back(&sim->paper);
	if (sim->may_forget && t_random_below(&sim->random, 20) == 0)
		paper_empty(&sim->paper);
	for (size_t i = 0; i < n; i++)
		if (t_random_below(&sim->random, 3) > 0)
			round_of(sim, &sim->stations[i], false);
	if (sim->plan.faults > 0)
		disturb_one(sim);
}

/* All well: at most so many rounds until nothing is missing anywhere. */
static void
settle(struct sim *sim)
{
	sim->paper.fault_permille = 0;
	for (size_t night = 0; night < QUIET_NIGHTS; night++)
		for (size_t i = 0; i < sim->n; i++)
			round_of(sim, &sim->stations[i], true);
}

static const char *
differences(struct sim *sim, struct arena *arena)
{
	const char *wrong;

	for (size_t i = 0; i < sim->n; i++) {
		wrong = account_compare(&sim->account, &sim->stations[i],
		    arena);
		if (wrong == NULL && !station_same(&sim->stations[0],
		    &sim->stations[i]))
			wrong = arena_print(arena, "%s: another digest",
			    sim->stations[i].code);
		if (wrong != NULL)
			return wrong;
	}
	return NULL;
}

static bool
simulate(const struct plan *plan, size_t number)
{
	scoped_arena arena = arena_new();
	struct sim *sim = calloc(1, sizeof *sim);
	const char *wrong;

	assert_non_null(sim);
	sim->plan = *plan;
	open_all(sim);
	sim->paper.fault_permille = plan->faults;
	for (size_t i = 0; i < plan->nights; i++)
		night(sim);
	settle(sim);
	wrong = differences(sim, arena);
	printf("%sok %zu - seed %llu: %zu stations, %zu writes, %zu open "
	       "conflicts, %zu rounds, %zu killed, %zu faults, "
	       "%zu restored, %zu twins\n",
	    wrong == NULL ? "" : "not ", number,
	    (unsigned long long)plan->seed, plan->stations,
	    sim->account.n, account_conflicts(&sim->account), sim->rounds,
	    sim->kills, sim->paper.faults, sim->restores, sim->twins);
	if (wrong != NULL)
		printf("# %s\n", wrong);
	fflush(stdout);
	close_all(sim);
	free(sim);
	return wrong == NULL;
}

/*
 * Seeds that failed once: by a share that forgot what nobody had read; by a
 * branch of a twin in a month that nobody looked into.
 */
static const uint64_t kept[] = { 1026, 1050, 1315, 1362, 1425, 3496, 3683,
	4423 };

static size_t
argument(int argc, char *argv[], int i, size_t otherwise)
{
	return i < argc ? (size_t)strtoul(argv[i], NULL, 10) : otherwise;
}

int
main(int argc, char *argv[])
{
	size_t first = argument(argc, argv, 1, 2);
	const char *sanitize = getenv("SANITIZE");
	bool is_slow = sanitize != NULL && strcmp(sanitize, "yes") == 0;
	size_t count = argument(argc, argv, 2, is_slow ? 2 : 8);
	size_t bad = 0, number = 0;
	struct plan plan = { .stations = argument(argc, argv, 3, 0),
		.nights = argument(argc, argv, 4, 5),
		.edits = argument(argc, argv, 5, 4),
		.faults = (int)argument(argc, argv, 6, 60) };
	size_t stations = plan.stations;
	struct err err = { 0 };

	t_done(crypto_start(&err), err);
	for (size_t i = 0; i < array_length(kept) + count; i++) {
		plan.seed = i < array_length(kept) ? kept[i] :
		    first + i - array_length(kept);
		plan.stations = stations != 0 ? stations : 3 + plan.seed % 3;
		if (plan.stations > STATIONS_MAX)
			plan.stations = STATIONS_MAX;
		bad += !simulate(&plan, ++number);
	}
	printf("1..%zu\n", number);
	return bad > 0;
}
