#ifndef CLI_REGISTER_H
#define CLI_REGISTER_H

#include "base/err.h"
#include "cli/cli.h"

/*
 * The register of this run: the file loket.db in the data folder, and the
 * desk on it.
 */
struct desk;
struct store;

struct cli_register {
	struct store *store;
	struct desk *desk; /* NULL until cli_register_desk() */
	struct cli *cli;   /* when it may be written: cli/identity.h */
};

enum register_access {
	REGISTER_READS,   /* writes nothing */
	REGISTER_WRITES,
	REGISTER_CREATES, /* folder and file are made when they are missing */
};

/*
 * Open the store. station: as store_open() wants it; NULL when it is not to
 * be created. Failures as cli_folder() and store_open().
 */
enum fail cli_register_open(struct cli *cli, enum register_access access,
    const char *station, struct cli_register *ret_register, struct err *err)
    must_check nonnull(1, 4, 5);

/* Open the desk on it. Warnings about data/ and forms/ are said. */
enum fail cli_register_desk(struct cli *cli, struct cli_register *reg,
    struct err *err) must_check nonnull(1, 2, 3);

/* For scopes: closes what is open. */
void cli_register_close(struct cli_register *reg);
#define scoped_register scoped(cli_register_close) struct cli_register

/*
 * The folder named in --data and the like, and the file in it; both live as
 * long as the run.
 */
enum fail cli_register_path(struct cli *cli, const char **ret_path,
    struct err *err) must_check nonnull(1, 2, 3);

/*
 * A passphrase: one line from file descriptor fd, or with fd -1 typed at the
 * terminal, unseen, after the sentence of the prompt. It is the caller's to
 * forget().
 *
 * FAIL_INVALID cli.no-passphrase: no terminal, nothing to read, too long.
 */
enum { SECRET_SIZE = 512 };

enum fail cli_secret(struct cli *cli, int fd, const char *prompt,
    char ret_secret[SECRET_SIZE], struct err *err)
    must_check nonnull(1, 3, 4, 5);

/*
 * The same for a new one: typed twice at the terminal, where a proposal is
 * shown before. FAIL_INVALID cli.not-the-same.
 */
enum fail cli_new_passphrase(struct cli *cli, struct desk *desk, int fd,
    char ret_secret[SECRET_SIZE], struct err *err)
    must_check nonnull(1, 2, 4, 5);

/*
 * Sign in as who acts. staff_id NULL: cli.no-officer. In practice nothing is
 * asked.
 */
enum fail cli_sign_in(struct cli *cli, struct desk *desk,
    const char *staff_id, int fd, struct err *err) must_check nonnull(1, 2, 5);

/* Read "3" of --passphrase-fd; false when it is no open descriptor. */
bool cli_read_fd(const char *text, int *ret_fd) must_check nonnull(1, 2);

#endif
