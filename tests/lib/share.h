#ifndef TESTS_LIB_SHARE_H
#define TESTS_LIB_SHARE_H

/* A share in a folder of its own, with its marker, used directly; the calls
 * of lib/calls.h stand between. */

#include "lib/t.h"
#include "sync/share_direct.h"

#define BUNDLE "w/abc/b/202611/0000000001-aaaa.bnd"

struct share_fixture {
	struct t_folder folder;
	struct arena *arena;
	struct share_direct direct;
	struct share share;
	struct t_random random;
};

/* cmocka's setup and teardown; *state is the fixture. */
int share_setup(void **state);
int share_teardown(void **state);

#define T_SHARE(test) \
	cmocka_unit_test_setup_teardown(test, share_setup, share_teardown)

#define T_SHARE_ROW(row, test) \
	T_ROW_WITH(row, test, share_setup, share_teardown)

/* The path of name in the share, and a file written there by somebody. */
const char *place(struct share_fixture *it, const char *name);
void write_plain(const char *path, const char *text);

enum fail put_as(struct share_fixture *it, const char *path, const char *text,
    bool may_replace, struct err *err);

/* The bundle. */
enum fail put(struct share_fixture *it, const char *text, struct err *err);

void assert_holds(struct share_fixture *it, const char *path, const char *text);

/* The three newest names. */
struct share_names list(
    struct share_fixture *it, const char *folder, const char *suffix);

#endif
