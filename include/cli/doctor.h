#ifndef CLI_DOCTOR_H
#define CLI_DOCTOR_H

#include "base/arena.h"
#include "cli/cli.h"
#include "sync/share_probe.h"

/*
 * What the register lies on, and the share: each thing tried is one answer.
 * Whoever sets a machine or a server up reads it; the program decides nothing
 * by it.
 */
struct store;

struct doctor {
	struct arena *arena;
	struct probe *list;
	size_t n, room;
};

/* One answer more. */
void doctor_add(struct doctor *doctor, enum probe_level level,
    const struct fact *fact) nonnull(1, 3);
void doctor_say(struct doctor *doctor, enum probe_level level, const char *code,
    const char *what) nonnull(1, 3);

/* Is one of them bad? */
bool doctor_is_bad(const struct doctor *doctor) nonnull(1);

/* The data folder and what it lies on; store may be NULL. */
void doctor_disk(struct cli *cli, const char *folder, struct store *store,
    struct doctor *doctor) nonnull(1, 2, 4);

/*
 * The share: path, or with NULL the setting's. *ret_is_later: it gave no
 * answer, or is not ours; that too is among the answers.
 *
 * FAIL_MISSING (sync.no-share): none is named; FAIL_BUSY: an exchange is under
 * way; else the fleet's files cannot be read.
 */
enum fail doctor_share(struct cli *cli, const char *folder, struct store *store,
    const char *path, struct doctor *doctor, bool *ret_is_later,
    struct err *err) must_check nonnull(1, 2, 3, 5, 6, 7);

#endif
