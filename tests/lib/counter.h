#ifndef TESTS_LIB_COUNTER_H
#define TESTS_LIB_COUNTER_H

/*
 * A counter at work, for the tests of desk and of the rooms above it: the
 * register of lib/register.h, the real data/ and forms/, officers of every
 * role. ani receives, budi checks, both are signed in or not as a test wants.
 */

#include "desk/application.h"
#include "desk/desk.h"
#include "desk/intake.h"
#include "desk/move.h"
#include "desk/session.h"
#include "domain/life.h"
#include "forms/answers.h"
#include "lib/register.h"

struct counter {
	struct register_fixture *reg; /* its clock is the counter's */
	struct arena *arena;
	struct desk *desk;
};

/*
 * cmocka's setup and teardown; *state is the counter. Officers, each with the
 * passphrase COUNTER_PASSPHRASE: ani (admin petugas pemeriksa), dedi
 * (petugas), budi (pemeriksa), sri (pengelola-pengaduan), yusuf (atasan),
 * hendra (kepala), ratna (inspektorat), admin (admin). Nobody is signed in.
 */
int counter_setup(void **state);
int counter_teardown(void **state);

/* The same on a register that a test has made, and the end of it: the register
 * stays. */
struct counter *counter_on(struct register_fixture *reg);
void counter_off(struct counter *counter);

#define COUNTER_PASSPHRASE "empat kata yang panjang"

/* Close and open it again, as after a crash. */
void counter_reopen(struct counter *counter);

/* Local time from now on: "2026-11-02T08:00". */
void counter_at(struct counter *counter, const char *local);

void counter_sign_in(struct counter *counter, const char *staff_id);

/* The world of a sheet, now. */
struct field_context counter_context(struct counter *counter);

/* Type into a field; it must exist. */
void counter_type(struct counter *counter, struct answers *answers,
    const char *field, const char *typed);

/* A whole sheet, all of it fine: a firm outside Kawasan Industri. */
struct answers *counter_sheet(struct counter *counter);

/* Receive it as who works; gives the key. */
struct id counter_receive(struct counter *counter);

/* Read it. */
struct application counter_read(struct counter *counter, struct id id);

/* Judge every requirement that binds before complete as right. */
void counter_check_all(struct counter *counter, struct id id);

/*
 * Make a move today, its form filled well. Gives what desk_move() gave; the
 * refusals are in counter->arena.
 */
enum fail counter_move(struct counter *counter, struct id id,
    const char *move, struct moved *ret_moved, struct err *err);

/* All the way to a state, by ani and whoever else it takes. */
void counter_bring_to(struct counter *counter, struct id id,
    const char *state);

#define T_COUNTER(test) \
	cmocka_unit_test_setup_teardown(test, counter_setup, counter_teardown)

#endif
