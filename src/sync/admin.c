#include "sync/admin.h"

#include <string.h>

#include "base/file.h"
#include "sync/base32.h"

/* The file: magic, cost, salt, the seed under the passphrase. */
static const char magic[8] = { 'l', 'o', 'k', 'e', 't', 'a', 'd', '1' };

#define ADMIN_WORD "loket admin key"

enum {
	AT_PASSES = 8,
	AT_MEMORY = 16,
	AT_SALT = 24,
	AT_SEED = AT_SALT + SALT_SIZE,
	FILE_SIZE = AT_SEED + SEED_SIZE + SECRET_EXTRA,
};

/* No file of ours asks for more: a changed one must not take all memory. */
enum { PASSES_MAX = 64, MEMORY_MAX = 1 << 30 };

void
admin_done(struct admin *admin)
{
	if (admin != NULL)
		forget(admin, sizeof *admin);
}

static void
put_number(uint8_t *at, uint64_t number)
{
	for (int i = 0; i < 8; i++)
		at[i] = (uint8_t)(number >> 8 * i);
}

static uint64_t
get_number(const uint8_t *at)
{
	uint64_t number = 0;

	for (int i = 0; i < 8; i++)
		number |= (uint64_t)at[i] << 8 * i;
	return number;
}

enum fail
admin_write(const char *path, const struct admin *admin, const char *passphrase,
    struct passphrase_cost cost, const struct entropy *entropy, struct err *err)
{
	uint8_t file[FILE_SIZE], key[SECRET_KEY_SIZE];
	enum fail fail;

	memcpy(file, magic, sizeof magic);
	put_number(file + AT_PASSES, cost.passes);
	put_number(file + AT_MEMORY, cost.memory_bytes);
	entropy_fill(entropy, file + AT_SALT, SALT_SIZE);
	fail = passphrase_key(passphrase, cost, file + AT_SALT, key, err);
	if (fail)
		return fail;
	secret_shut(
	    key, ADMIN_WORD, admin->seed, SEED_SIZE, entropy, file + AT_SEED);
	forget(key, sizeof key);
	return file_write(path, file, sizeof file, 0600, err);
}

static enum fail
open_file(const uint8_t *file, const char *passphrase, const char *path,
    struct admin *ret_admin, struct err *err)
{
	struct passphrase_cost cost = {
		.passes = get_number(file + AT_PASSES),
		.memory_bytes = (size_t)get_number(file + AT_MEMORY),
	};
	uint8_t key[SECRET_KEY_SIZE], seed[SEED_SIZE];
	enum fail fail;
	bool is_right;

	if (memcmp(file, magic, sizeof magic) != 0 ||
	    cost.passes > PASSES_MAX || cost.memory_bytes > MEMORY_MAX)
		return fail_say(
		    err, FAIL_CORRUPT, "sync.keys-damaged", path, NULL);
	fail = passphrase_key(passphrase, cost, file + AT_SALT, key, err);
	if (fail)
		return fail;
	is_right = secret_open(
	    key, ADMIN_WORD, file + AT_SEED, SEED_SIZE + SECRET_EXTRA, seed);
	forget(key, sizeof key);
	if (!is_right)
		return fail_say(err, FAIL_DENIED, "sync.admin-wrong", NULL);
	memcpy(ret_admin->seed, seed, SEED_SIZE);
	sign_pair_make(seed, &ret_admin->sign);
	forget(seed, sizeof seed);
	return FAIL_NONE;
}

enum fail
admin_read(const char *path, const char *passphrase, struct admin *ret_admin,
    struct err *err)
{
	scoped_arena arena = arena_new();
	char *file;
	size_t size;
	enum fail fail = file_read(path, FILE_SIZE, arena, &file, &size, err);

	if (fail == FAIL_MISSING)
		return fail_say(
		    err, FAIL_MISSING, "sync.no-admin-key", path, NULL);
	if (fail == FAIL_INVALID || (!fail && size != FILE_SIZE))
		return fail_say(
		    err, FAIL_CORRUPT, "sync.keys-damaged", path, NULL);
	if (fail)
		return fail;
	return open_file(
	    (const uint8_t *)file, passphrase, path, ret_admin, err);
}

/* The seed and three bytes of its hash make 56 letters exactly. */
enum { CHECK_SIZE = 3, PAPER_LETTERS = 56, GROUP = 4 };
_Static_assert((SEED_SIZE + CHECK_SIZE) * 8 == PAPER_LETTERS * 5 &&
	PAPER_LETTERS + PAPER_LETTERS / GROUP == PAPER_TEXT_SIZE,
    "groups, dashes between them, a NUL");

static void
paper_check(const uint8_t seed[SEED_SIZE], uint8_t check[CHECK_SIZE])
{
	static const char word[] = "loket paper";
	uint8_t hash[HASH_SIZE];

	hash_bytes(word, strlen(word), seed, SEED_SIZE, hash);
	memcpy(check, hash, CHECK_SIZE);
}

void
paper_print(const uint8_t seed[SEED_SIZE], char text[PAPER_TEXT_SIZE])
{
	uint8_t bytes[SEED_SIZE + CHECK_SIZE];
	char letters[PAPER_LETTERS + 1];

	memcpy(bytes, seed, SEED_SIZE);
	paper_check(seed, bytes + SEED_SIZE);
	base32_print(bytes, sizeof bytes, letters);
	for (int i = 0; i < PAPER_LETTERS; i++) {
		if (i > 0 && i % GROUP == 0)
			*text++ = '-';
		*text++ = letters[i];
	}
	*text = '\0';
	forget(bytes, sizeof bytes);
	forget(letters, sizeof letters);
}

static char
typed_letter(char c)
{
	if (c >= 'A' && c <= 'Z')
		return (char)(c - 'A' + 'a');
	if (c == '0')
		return 'o';
	return c == '1' ? 'l' : c;
}

bool
paper_parse(const char *text, uint8_t ret_seed[SEED_SIZE])
{
	uint8_t bytes[SEED_SIZE + CHECK_SIZE], check[CHECK_SIZE];
	char letters[PAPER_LETTERS + 1];
	size_t n = 0;
	bool is_right;

	for (; *text != '\0' && n <= PAPER_LETTERS; text++)
		if (*text != ' ' && *text != '-')
			letters[n++ < PAPER_LETTERS ? n - 1 : PAPER_LETTERS] =
			    typed_letter(*text);
	is_right = n == PAPER_LETTERS &&
	    base32_parse(letters, PAPER_LETTERS, bytes, sizeof bytes);
	if (is_right) {
		paper_check(bytes, check);
		is_right = memcmp(check, bytes + SEED_SIZE, CHECK_SIZE) == 0;
	}
	if (is_right)
		memcpy(ret_seed, bytes, SEED_SIZE);
	forget(bytes, sizeof bytes);
	forget(letters, sizeof letters);
	return is_right;
}

enum fail
admin_from_paper(const struct roster *roster, const char *paper,
    struct admin *ret_admin, struct err *err)
{
	uint8_t seed[SEED_SIZE], admin[SEED_SIZE];
	const struct id nobody = { 0 };
	scoped_station_keys keys = { 0 };
	bool is_right;

	if (!paper_parse(paper, seed))
		return fail_say(err, FAIL_INVALID, "sync.paper-wrong", NULL);
	station_keys_make(&nobody, seed, &keys);
	forget(seed, sizeof seed);
	is_right =
	    box_open(&keys.box, roster->admin_seed, SEALED_KEY_SIZE, admin);
	if (!is_right)
		return fail_say(err, FAIL_INVALID, "sync.paper-wrong", NULL);
	memcpy(ret_admin->seed, admin, SEED_SIZE);
	sign_pair_make(admin, &ret_admin->sign);
	forget(admin, sizeof admin);
	return FAIL_NONE;
}
