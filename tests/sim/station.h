#ifndef TESTS_SIM_STATION_H
#define TESTS_SIM_STATION_H

#include "lib/draw.h"
#include "paper_share.h"
#include "store/store.h"
#include "sync/fleet.h"
#include "sync/roster.h"

/* One counter of the simulator: a register, its keys, a clock of its own. */
struct station {
	size_t number;
	char code[STATION_SIZE];
	char folder[128], path[160];
	int64_t now_ms;
	struct entropy entropy;
	struct store_options options;
	struct store *store;
	size_t points_left; /* 0: no kill is planned */
	size_t lives;       /* begun because the share had seen more */
	bool has_copy;
	/* What a person does when a round is at that point; NULL: nothing. */
	void (*meanwhile)(void *context);
	void *context;
	const char *meanwhile_at;
	bool is_brief; /* its rounds compare no more than they must */
};

/* What the admin gave to all. */
struct fleet_keys {
	struct keyring keyrings[16];
	struct buf roster;
};

void station_open(struct station *station, size_t number, const char *folder,
    struct draw *draw);
void station_close(struct station *station);

/* Keys for each, a roster with all, and the share's marker. */
void fleet_found(struct fleet_keys *keys, struct station *stations, size_t n,
    struct draw *draw, struct paper_share *paper);
void station_join(struct station *station, const struct fleet_keys *keys);

/*
 * One round. points > 0: the station is killed at that numbered point, and
 * started again. False when the round did not go well.
 */
bool station_round(struct station *station, struct paper_share *paper,
    size_t points);

/* Keep a copy of the register, and put it back in place of what is there. */
void station_back_up(struct station *station);
void station_restore(struct station *station);

/* The whole disk copied to another machine, which goes on as the same. */
void station_twin(struct station *twin, size_t number,
    struct station *station, const char *folder);

/* Equal digests? */
bool station_same(struct station *one, struct station *other);

#endif
