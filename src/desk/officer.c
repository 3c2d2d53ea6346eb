#include "desk/officer.h"

#include <string.h>

#include "base/text.h"
#include "desk/inside.h"
#include "domain/identity.h"
#include "store/credential.h"
#include "store/rows.h"

struct id
officer_id(const char *staff_id)
{
	const struct id none = { 0 };

	return id_derived("officer", &none, staff_id);
}

bool
staff_id_clean(const char *typed, char into[STAFF_ID_MAX + 1])
{
	size_t n;

	text_copy(into, STAFF_ID_MAX + 1, typed);
	n = strlen(into);
	for (size_t i = 0; i < n; i++) {
		unsigned char byte = (unsigned char)into[i];

		if (byte >= 'A' && byte <= 'Z')
			into[i] = (char)(byte - 'A' + 'a');
		else if (!(byte >= 'a' && byte <= 'z') &&
		    !(byte >= '0' && byte <= '9') &&
		    strchr("._-", byte) == NULL)
			return false;
	}
	return n >= STAFF_ID_MIN && strlen(typed) <= STAFF_ID_MAX;
}

static enum fail
officer_read(struct desk *desk, const struct record *record,
    struct officer *ret_officer, struct err *err)
{
	ret_officer->staff_id = record_text(record, OFFICER_STAFF_ID);
	ret_officer->name = record_text(record, OFFICER_NAME);
	ret_officer->post = record_text(record, OFFICER_POST);
	ret_officer->roles = roles_parse(record_text(record, OFFICER_ROLES));
	ret_officer->superior = record_text(record, OFFICER_SUPERIOR);
	ret_officer->is_active =
	    strcmp(record_text(record, OFFICER_ACTIVE), "Y") == 0;
	return credential_has(desk, ret_officer->staff_id,
	    &ret_officer->has_passphrase, err);
}

enum fail
desk_officer_get(struct desk *desk, const char *staff_id, struct arena *arena,
    struct officer *ret_officer, struct err *err)
{
	struct id id = officer_id(staff_id);
	struct record record;
	enum fail fail;

	fail = store_get(desk->store, TABLE_OFFICER, &id, arena, &record, err);
	if (fail == FAIL_MISSING)
		return fail_say(err, FAIL_MISSING, "officer.unknown", staff_id,
		    NULL);
	return fail ? fail : officer_read(desk, &record, ret_officer, err);
}

const char *
officer_name(struct desk *desk, const char *staff_id, struct arena *arena)
{
	struct id id = officer_id(staff_id);
	struct record record;

	if (store_get(desk->store, TABLE_OFFICER, &id, arena, &record, NULL))
		return arena_text(arena, staff_id);
	return record_text(&record, OFFICER_NAME);
}

/* By name, as a list is read; the staff id decides between equal names. */
static void
sort_by_name(struct officer *officers, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		struct officer moving = officers[i];
		size_t at = i;

		for (; at > 0; at--) {
			int order = strcmp(officers[at - 1].name, moving.name);

			if (order < 0 || (order == 0 && strcmp(
			    officers[at - 1].staff_id, moving.staff_id) < 0))
				break;
			officers[at] = officers[at - 1];
		}
		officers[at] = moving;
	}
}

static enum fail
officers_read(struct desk *desk, struct arena *arena,
    struct officer **ret_officers, size_t *ret_n, struct err *err)
{
	struct records records = { .arena = arena };
	struct officer *officers;
	enum fail fail;

	fail = store_all(desk->store, TABLE_OFFICER, &records, err);
	if (fail)
		return fail;
	officers = arena_array(arena, records.n, sizeof *officers);
	for (size_t i = 0; i < records.n && !fail; i++)
		fail = officer_read(desk, &records.list[i], &officers[i], err);
	if (fail)
		return fail;
	sort_by_name(officers, records.n);
	*ret_officers = officers;
	*ret_n = records.n;
	return FAIL_NONE;
}

enum fail
desk_officers(struct desk *desk, struct arena *arena,
    struct officer **ret_officers, size_t *ret_n, struct err *err)
{
	if (desk_officer(desk) == NULL && !desk_is_practice(desk))
		return fail_say(err, FAIL_DENIED, "desk.nobody", NULL);
	return officers_read(desk, arena, ret_officers, ret_n, err);
}

enum fail
desk_has_officers(struct desk *desk, bool *ret_has, struct err *err)
{
	scoped_arena arena = arena_new();
	struct records records = { .arena = arena };
	enum fail fail;

	fail = store_all(desk->store, TABLE_OFFICER, &records, err);
	if (!fail)
		*ret_has = records.n > 0;
	return fail;
}

static const struct officer *
find(const struct officer *list, size_t n, const char *staff_id)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(list[i].staff_id, staff_id) == 0)
			return &list[i];
	return NULL;
}

/* Is a superior somebody's who is below him? */
static bool
is_cycle(const struct officer *list, size_t n, const struct officer *officer)
{
	const char *above = officer->superior;

	for (size_t i = 0; i <= n && *above != '\0'; i++) {
		const struct officer *next = find(list, n, above);

		if (strcmp(above, officer->staff_id) == 0)
			return true;
		above = next != NULL ? next->superior : "";
	}
	return *above != '\0';
}

static enum fail
check_text(const struct officer *officer, struct err *err)
{
	struct fact fact = { 0 };

	if (name_check(officer->name, &fact) == WRONG)
		return fail_say(err, FAIL_INVALID, "officer.name",
		    officer->name, NULL);
	if (text_characters(officer->name) > OFFICER_TEXT_MAX ||
	    text_characters(officer->post) > OFFICER_TEXT_MAX)
		return fail_say(err, FAIL_INVALID, "officer.too-long", NULL);
	if (officer->roles == 0)
		return fail_say(err, FAIL_INVALID, "officer.no-role", NULL);
	return FAIL_NONE;
}

/* What must hold in the register as a whole when this officer is so. */
static enum fail
check_tree(const struct officer *list, size_t n, const struct officer *officer,
    struct err *err)
{
	const struct officer *superior = find(list, n, officer->superior);
	const unsigned admin = ROLE_BIT(ROLE_ADMIN);
	bool has_admin = officer->is_active && (officer->roles & admin) != 0;

	if (officer->superior[0] != '\0' &&
	    (superior == NULL || !superior->is_active))
		return fail_say(err, FAIL_INVALID, "officer.superior",
		    officer->superior, NULL);
	if (is_cycle(list, n, officer))
		return fail_say(err, FAIL_INVALID, "officer.cycle",
		    officer->superior, NULL);
	for (size_t i = 0; i < n; i++) {
		if (!list[i].is_active ||
		    strcmp(list[i].staff_id, officer->staff_id) == 0)
			continue;
		has_admin = has_admin || (list[i].roles & admin) != 0;
		if (!officer->is_active &&
		    strcmp(list[i].superior, officer->staff_id) == 0)
			return fail_say(err, FAIL_CONFLICT,
			    "officer.has-staff", list[i].name, NULL);
	}
	if (!has_admin)
		return fail_say(err, FAIL_CONFLICT, "officer.last-admin",
		    NULL);
	return FAIL_NONE;
}

static enum fail
officer_put(struct desk *desk, const struct officer *officer,
    struct arena *arena, struct err *err)
{
	struct record record =
	    record_of(TABLE_OFFICER, officer_id(officer->staff_id));
	scoped_buf roles = { 0 };

	buf_init(&roles, 1024);
	roles_print(officer->roles, &roles);
	record_set_text(&record, arena, OFFICER_STAFF_ID, officer->staff_id);
	record_set_text(&record, arena, OFFICER_NAME, officer->name);
	record_set_text(&record, arena, OFFICER_POST, officer->post);
	record_set_text(&record, arena, OFFICER_ROLES, roles.text);
	record_set_text(&record, arena, OFFICER_SUPERIOR, officer->superior);
	record_set_text(&record, arena, OFFICER_ACTIVE,
	    officer->is_active ? "Y" : "T");
	return store_put(desk->store, &record, err);
}

/* A copy with the staff id as it is stored; NULLs as "". */
static enum fail
officer_clean(const struct officer *officer, struct arena *arena,
    struct officer *ret_officer, struct err *err)
{
	char known[STAFF_ID_MAX + 1], above[STAFF_ID_MAX + 1];

	if (!staff_id_clean(officer->staff_id, known))
		return fail_say(err, FAIL_INVALID, "officer.staff-id",
		    officer->staff_id, NULL);
	staff_id_clean(officer->superior != NULL ? officer->superior : "",
	    above);
	*ret_officer = *officer;
	ret_officer->staff_id = arena_text(arena, known);
	ret_officer->superior = arena_text(arena, above);
	if (officer->post == NULL)
		ret_officer->post = "";
	return check_text(ret_officer, err);
}

/* Inside the transaction: the register allows it, row and verifier. */
static enum fail
officer_save(struct desk *desk, const struct officer *officer, bool is_new,
    const char *verifier, struct err *err)
{
	scoped_arena arena = arena_new();
	struct officer *list;
	enum fail fail;
	bool is_known;
	size_t n;

	fail = officers_read(desk, arena, &list, &n, err);
	if (fail)
		return fail;
	is_known = find(list, n, officer->staff_id) != NULL;
	if (is_new && is_known)
		return fail_say(err, FAIL_CONFLICT, "officer.exists",
		    officer->staff_id, NULL);
	if (!is_new && !is_known)
		return fail_say(err, FAIL_MISSING, "officer.unknown",
		    officer->staff_id, NULL);
	fail = check_tree(list, n, officer, err);
	if (!fail)
		fail = officer_put(desk, officer, arena, err);
	if (!fail && verifier[0] != '\0')
		fail = store_credential_put(desk->store, officer->staff_id,
		    verifier, err);
	return fail;
}

enum fail
desk_officer_first(struct desk *desk, const struct officer *officer,
    const char *passphrase, struct err *err)
{
	scoped_transaction transaction = { 0 };
	scoped_arena arena = arena_new();
	char verifier[VERIFIER_SIZE];
	struct officer first = *officer;
	enum fail fail;
	bool has;

	first.roles = roles_first();
	first.superior = "";
	first.is_active = true;
	fail = officer_clean(&first, arena, &first, err);
	if (!fail)
		fail = credential_make(desk, &first, passphrase, verifier, err);
	if (!fail)
		fail = transaction_begin(&transaction, desk->store,
		    first.staff_id, err);
	if (!fail)
		fail = desk_has_officers(desk, &has, err);
	if (fail)
		return fail;
	if (has)
		return fail_say(err, FAIL_CONFLICT, "officer.not-first", NULL);
	fail = officer_save(desk, &first, true, verifier, err);
	if (!fail && (passphrase != NULL || desk_is_practice(desk)))
		fail = office_key_first(desk, first.staff_id, passphrase, err);
	forget(verifier, sizeof verifier);
	return fail ? fail : transaction_commit(&transaction, err);
}

enum fail
desk_officer_add(struct desk *desk, const struct officer *officer,
    const char *passphrase, struct err *err)
{
	scoped_transaction transaction = { 0 };
	scoped_arena arena = arena_new();
	char verifier[VERIFIER_SIZE];
	struct officer new;
	enum fail fail = desk_demand(desk, ACTION_ADMINISTER, err);

	if (!fail)
		fail = officer_clean(officer, arena, &new, err);
	if (fail)
		return fail;
	new.is_active = true;
	fail = credential_make(desk, &new, passphrase, verifier, err);
	if (!fail)
		fail = act_begin(desk, ACTION_ADMINISTER, &transaction, err);
	if (!fail)
		fail = officer_save(desk, &new, true, verifier, err);
	forget(verifier, sizeof verifier);
	return fail ? fail : transaction_commit(&transaction, err);
}

enum fail
desk_officer_change(struct desk *desk, const struct officer *officer,
    struct err *err)
{
	scoped_transaction transaction = { 0 };
	scoped_arena arena = arena_new();
	struct officer changed;
	enum fail fail;

	fail = act_begin(desk, ACTION_ADMINISTER, &transaction, err);
	if (!fail)
		fail = officer_clean(officer, arena, &changed, err);
	if (!fail)
		fail = officer_save(desk, &changed, false, "", err);
	if (!fail)
		fail = transaction_commit(&transaction, err);
	if (!fail)
		session_follow(desk, &changed);
	return fail;
}

enum fail
desk_officer_retire(struct desk *desk, const char *staff_id, struct err *err)
{
	scoped_arena arena = arena_new();
	char known[STAFF_ID_MAX + 1];
	struct officer officer;
	enum fail fail = desk_demand(desk, ACTION_ADMINISTER, err);

	staff_id_clean(staff_id, known);
	if (!fail)
		fail = desk_officer_get(desk, known, arena, &officer, err);
	if (fail)
		return fail;
	officer.is_active = false;
	return desk_officer_change(desk, &officer, err);
}
