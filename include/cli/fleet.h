#ifndef CLI_FLEET_H
#define CLI_FLEET_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "cli/cli.h"
#include "cli/register.h"
#include "sync/admin.h"
#include "sync/fleet.h"

/* What `loket fleet ...` was asked to do; for its files. */
struct fleet_request {
	const char *as;         /* --as: who signs in */
	int fd;                 /* --passphrase-fd; -1: the terminal */
	const char *admin_path; /* --admin-key; NULL: in the data folder */
	bool is_paper;          /* --paper: the recovery key is typed instead */
	const char *share;      /* --share */
	const char *to;         /* --to: folder for invitations */
	bool needs_share;       /* join: it must answer now */
	int days;               /* --days an invitation is good for */
	bool is_json;
	char *const *words; /* after create, invite ... */
	size_t n_words;
};

/* The fleet of this data folder. Failures of fleet_open(). */
enum fail cli_fleet_open(struct cli *cli, struct fleet *ret_fleet,
    struct err *err) must_check nonnull(1, 2);

/* The admin key: by its passphrase, or from the paper. */
enum fail cli_fleet_admin(struct cli *cli, const struct fleet_request *request,
    const struct fleet *fleet, struct admin *ret_admin, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/* Where the admin key lies. */
enum fail cli_fleet_admin_path(struct cli *cli,
    const struct fleet_request *request, const char **ret_path, struct err *err)
    must_check nonnull(1, 2, 3);

/*
 * Make the folder at path (absolute) this fleet's share: its marker is put
 * there when there is none. FAIL_CONFLICT fleet.share-taken: another's.
 */
enum fail cli_fleet_mark(struct cli *cli, const struct fleet *fleet,
    const char *path, struct err *err) must_check nonnull(1, 2, 3);

/* A path as it is when the working folder changes. */
enum fail cli_fleet_absolute(struct cli *cli, const char **path,
    struct err *err) must_check nonnull(1, 2);

/*
 * Join by the invitation request->words[0], with the share when one is named.
 * reg is opened anew as the invited station; the caller closes it. The file of
 * the invitation is left to the caller, too.
 *
 * FAIL_MISSING fleet.no-invitation (path); FAIL_CONFLICT fleet.for-practice,
 * fleet.for-register, fleet.clock; else as offer_parse(), offer_check(),
 * store_open(), fleet_join().
 */
struct offer;
enum fail cli_join(struct cli *cli, const struct fleet_request *request,
    struct cli_register *reg, struct offer *ret_offer, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/* One each for create, gap, invite, join, list, retire, share. */
enum fail cli_fleet_create(struct cli *cli, const struct fleet_request *request,
    struct err *err) must_check nonnull(1, 2);
enum fail cli_fleet_gap(struct cli *cli, const struct fleet_request *request,
    struct err *err) must_check nonnull(1, 2);
enum fail cli_fleet_invite(struct cli *cli, const struct fleet_request *request,
    struct err *err) must_check nonnull(1, 2);
enum fail cli_fleet_join(struct cli *cli, const struct fleet_request *request,
    struct err *err) must_check nonnull(1, 2);
enum fail cli_fleet_list(struct cli *cli, const struct fleet_request *request,
    struct err *err) must_check nonnull(1, 2);
enum fail cli_fleet_retire(struct cli *cli, const struct fleet_request *request,
    struct err *err) must_check nonnull(1, 2);
enum fail cli_fleet_share(struct cli *cli, const struct fleet_request *request,
    struct err *err) must_check nonnull(1, 2);

#endif
