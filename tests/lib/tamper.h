#ifndef TESTS_LIB_TAMPER_H
#define TESTS_LIB_TAMPER_H

#include "lib/register.h"
#include "store/check.h"

/* A register at work, what another tool does to it, and what is found then. */

/* An intake as desk does it: number, person, application, event, state. */
struct record register_intake(struct register_fixture *fixture);

/*
 * A tool takes the triggers away, runs text, and puts them back as they were,
 * so that the schema is the same again. The register is closed meanwhile.
 */
void register_tamper(struct register_fixture *fixture, const char *text);

struct findings register_check(struct register_fixture *fixture);

/* A check finds exactly one thing: this. */
void register_finds(struct register_fixture *fixture, const char *code);

/* Repaired by officer "admin"; what was found by it. */
struct findings register_repair(struct register_fixture *fixture);

/* The one integer a statement gives. */
int64_t register_count(struct register_fixture *fixture, const char *text);

#endif
