#include "domain/role.h"

#include <stddef.h>
#include <string.h>

static const char *const role_names[ROLES_N] = {
	[ROLE_CLERK] = "petugas",
	[ROLE_CHECKER] = "pemeriksa",
	[ROLE_COMPLAINT] = "pengelola-pengaduan",
	[ROLE_SUPERIOR] = "atasan",
	[ROLE_HEAD] = "kepala",
	[ROLE_INSPECTOR] = "inspektorat",
	[ROLE_ADMIN] = "admin",
};

#define CLERK ROLE_BIT(ROLE_CLERK)
#define CHECKER ROLE_BIT(ROLE_CHECKER)
#define COMPLAINT ROLE_BIT(ROLE_COMPLAINT)
#define SUPERIOR ROLE_BIT(ROLE_SUPERIOR)
#define HEAD ROLE_BIT(ROLE_HEAD)
#define INSPECTOR ROLE_BIT(ROLE_INSPECTOR)
#define ADMIN ROLE_BIT(ROLE_ADMIN)
#define EVERYBODY (ROLE_BIT(ROLES_N) - 1)

static const struct {
	const char *name;
	unsigned roles;
} actions[ACTIONS_N] = {
	[ACTION_RECEIVE] = { "receive", CLERK | CHECKER },
	[ACTION_CHECK] = { "check", CHECKER | SUPERIOR },
	[ACTION_CANCEL] = { "cancel", SUPERIOR | HEAD },
	[ACTION_RECORD_COMPLAINT] = { "record-complaint",
	    CLERK | CHECKER | COMPLAINT | SUPERIOR | HEAD },
	[ACTION_REVIEW_COMPLAINT] = { "review-complaint",
	    COMPLAINT | SUPERIOR | HEAD },
	[ACTION_APPROVE_ANSWER] = { "approve-answer", SUPERIOR | HEAD },
	[ACTION_APPROVE_APIP] = { "approve-apip", HEAD },
	[ACTION_READ_CONFIDENTIAL] = { "read-confidential",
	    COMPLAINT | HEAD | INSPECTOR },
	[ACTION_READ] = { "read", EVERYBODY & ~ADMIN },
	[ACTION_REPORT] = { "report", COMPLAINT | SUPERIOR | HEAD | INSPECTOR },
	[ACTION_ADMINISTER] = { "administer", ADMIN },
	[ACTION_MAINTAIN] = { "maintain", EVERYBODY },
};

bool
role_may(unsigned roles, enum action action)
{
	return (roles & roles_that_may(action)) != 0;
}

unsigned
roles_that_may(enum action action)
{
	return action < ACTIONS_N ? actions[action].roles : 0;
}

const char *
role_name(enum role role)
{
	return role_names[role];
}

const char *
action_name(enum action action)
{
	return actions[action].name;
}

/* The role whose name is the size bytes at name. */
static bool
role_of(const char *name, size_t size, enum role *ret_role)
{
	for (size_t i = 0; i < ROLES_N; i++) {
		if (strncmp(role_names[i], name, size) == 0 &&
		    role_names[i][size] == '\0') {
			*ret_role = (enum role)i;
			return true;
		}
	}
	return false;
}

bool
role_named(const char *name, enum role *ret_role)
{
	return role_of(name, strlen(name), ret_role);
}

bool
action_named(const char *name, enum action *ret_action)
{
	for (size_t i = 0; i < ACTIONS_N; i++) {
		if (strcmp(actions[i].name, name) == 0) {
			*ret_action = (enum action)i;
			return true;
		}
	}
	return false;
}

unsigned
roles_parse(const char *text)
{
	unsigned roles = 0;
	enum role role;
	size_t size;

	for (;; text += size) {
		text += strspn(text, " ");
		size = strcspn(text, " ");
		if (size == 0)
			return roles;
		if (role_of(text, size, &role))
			roles |= ROLE_BIT(role);
	}
}

void
roles_print(unsigned roles, struct buf *out)
{
	const char *blank = "";

	for (size_t i = 0; i < ROLES_N; i++) {
		if ((roles & ROLE_BIT(i)) == 0)
			continue;
		buf_text(out, blank);
		buf_text(out, role_names[i]);
		blank = " ";
	}
}

unsigned
roles_first(void)
{
	return ADMIN | CLERK | CHECKER;
}
