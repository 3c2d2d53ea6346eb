#ifndef DOMAIN_ROLE_H
#define DOMAIN_ROLE_H

#include <stdbool.h>

#include "base/attr.h"
#include "base/buf.h"

/*
 * Who may do what. An officer has a set of roles; an action is allowed when
 * one of them allows it, and denied otherwise. This table is the only one;
 * desk asks it first in every act.
 */
enum role {
	ROLE_CLERK,     /* petugas */
	ROLE_CHECKER,   /* pemeriksa */
	ROLE_COMPLAINT, /* pengelola-pengaduan */
	ROLE_SUPERIOR,  /* atasan */
	ROLE_HEAD,      /* kepala */
	ROLE_INSPECTOR, /* inspektorat */
	ROLE_ADMIN,     /* admin */
	ROLES_N
};

enum action {
	ACTION_RECEIVE,          /* receive, edit, withdraw, hand over */
	ACTION_CHECK,            /* check documents to issue */
	ACTION_CANCEL,           /* cancel a number */
	ACTION_RECORD_COMPLAINT, /* or suggestion */
	ACTION_REVIEW_COMPLAINT, /* review, dispose, answer, close */
	ACTION_APPROVE_ANSWER,
	ACTION_APPROVE_APIP,
	ACTION_READ_CONFIDENTIAL, /* a confidential complainant; logged */
	ACTION_READ,              /* cases, lists, histories */
	ACTION_REPORT,            /* registers, reports, exports */
	ACTION_ADMINISTER,        /* officers, settings, calendar, standards,
				     stations */
	ACTION_MAINTAIN,          /* backup, check, sync by hand */
	ACTIONS_N
};

/* A set of roles: bit ROLE_BIT(role) for each. */
#define ROLE_BIT(role) (1u << (role))

bool role_may(unsigned roles, enum action action);

/* The roles that may, as a set: to name whom to ask. */
unsigned roles_that_may(enum action action);

/* "petugas", "receive": as stored and as written in data/. */
const char *role_name(enum role role);
const char *action_name(enum action action);
bool role_named(const char *name, enum role *ret_role)
    must_check nonnull(1, 2);
bool action_named(const char *name, enum action *ret_action)
    must_check nonnull(1, 2);

/*
 * Role names joined by blanks, as OFFICER.ROLES has them. A name that is not
 * known (of a newer program) gives no right and is passed over.
 */
unsigned roles_parse(const char *text) nonnull(1);
void roles_print(unsigned roles, struct buf *out) nonnull(2);

/* What the first officer gets: admin, petugas, pemeriksa. */
unsigned roles_first(void);

#endif
