/* The disk of this machine: what stands between the register and its loss. */

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "base/child.h"
#include "base/file.h"
#include "base/mount.h"
#include "cli/doctor.h"
#include "store/check.h"

enum {
	/* Of a copy of the register and the papers of some days; of a day. */
	LOW_MIB = 1024,
	NONE_MIB = 32,
	OTHERS = 077,
};

static bool
is_one_of(const char *name, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(name, list[i]) == 0)
			return true;
	return false;
}

/* Of those that are good a power cut was tried, or their makers say so. */
static enum probe_level
judge(const char *folder, const struct mount *mount, const char **ret_code)
{
	static const char *const good[] = { "ext4", "ext3", "xfs", "btrfs",
		"f2fs", "zfs", "jfs" };
	static const char *const fleeting[] = { "tmpfs", "ramfs" };
	enum file_system kind = FILE_SYSTEM_LOCAL;

	if (file_system_of(folder, &kind, NULL) == FAIL_NONE &&
	    kind == FILE_SYSTEM_NETWORK) {
		*ret_code = "disk.system-network";
		return PROBE_BAD;
	}
	if (is_one_of(mount->type, good, array_length(good))) {
		*ret_code = "disk.system";
		return PROBE_GOOD;
	}
	*ret_code = is_one_of(mount->type, fleeting, array_length(fleeting)) ?
	    "disk.system-fleeting" :
	    "disk.system-other";
	return PROBE_REMARK;
}

static void
look_at_system(struct cli *cli, const char *folder, struct doctor *doctor)
{
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	struct mount mount;
	struct fact fact = { 0 };
	enum probe_level level;
	const char *code = NULL;
	enum fail fail = FAIL_MISSING;

	if (fd >= 0) {
		fail = mount_of(fd, cli->arena, &mount, NULL);
		close(fd);
	}
	if (fail) {
		doctor_say(doctor, PROBE_REMARK, "disk.system-unknown", NULL);
		return;
	}
	level = judge(folder, &mount, &code);
	fact_set(&fact, code, mount.point, mount.type, mount.source, NULL);
	doctor_add(doctor, level, &fact);
}

static void
look_at_space(struct cli *cli, const char *folder, struct doctor *doctor)
{
	struct statvfs status;
	long long mib;
	const char *text;

	if (statvfs(folder, &status) != 0)
		return;
	mib = (long long)((uint64_t)status.f_bavail * status.f_frsize >> 20);
	text = arena_print(cli->arena, "%lld", mib);
	if (mib < NONE_MIB)
		doctor_say(doctor, PROBE_BAD, "disk.space-none", text);
	else if (mib < LOW_MIB)
		doctor_say(doctor, PROBE_REMARK, "disk.space-low", text);
	else
		doctor_say(doctor, PROBE_GOOD, "disk.space", text);
}

/* As everything of importance here is written: fsync, rename, fsync. */
static void
try_to_write(struct cli *cli, const char *folder, struct doctor *doctor)
{
	const char *path = arena_print(cli->arena, "%s/check.tmp", folder);
	int64_t began = monotonic_ms();
	struct err err = { 0 };
	char *found = NULL;
	size_t size = 0;
	enum fail fail = file_write(path, "loket", 5, 0600, &err);

	if (!fail)
		fail = file_read(path, 5, cli->arena, &found, &size, &err);
	if (!fail && (size != 5 || memcmp(found, "loket", 5) != 0))
		fail = fail_set(&err, FAIL_CORRUPT, "other bytes");
	(void)unlink(path);
	if (fail)
		doctor_say(doctor, PROBE_BAD, "disk.write-bad", err.text);
	else
		doctor_say(doctor, PROBE_GOOD, "disk.write",
		    arena_print(cli->arena, "%lld",
			(long long)(monotonic_ms() - began)));
}

static void
say_mode(struct cli *cli, const char *code, const char *path,
    enum probe_level level, const struct stat *status, struct doctor *doctor)
{
	struct fact fact = { 0 };

	fact_set(&fact, code, path,
	    arena_print(cli->arena, "%04o", status->st_mode & 07777), NULL);
	doctor_add(doctor, level, &fact);
}

/*
 * Keys must be closed whatever stands around them; the rest may lean on the
 * folder. Who looks as root looks after somebody else's.
 */
static void
look_at_modes(struct cli *cli, const char *folder, struct doctor *doctor)
{
	static const struct {
		const char *name;
		bool is_key;
	} files[] = { { "loket.db", false }, { "loket.db-wal", false },
		{ "loket.key", true }, { "fleet/keyring", true },
		{ "fleet/admin.key", true } };
	struct stat all, one;
	size_t before = doctor->n;
	const char *path;
	bool is_open;

	if (stat(folder, &all) != 0)
		return;
	is_open = (all.st_mode & OTHERS) != 0;
	if (is_open)
		say_mode(cli, "disk.mode-folder", folder, PROBE_REMARK, &all,
		    doctor);
	if (all.st_uid != geteuid() && geteuid() != 0)
		doctor_say(doctor, PROBE_BAD, "disk.owner", folder);
	for (size_t i = 0; i < array_length(files); i++) {
		path = arena_print(cli->arena, "%s/%s", folder, files[i].name);
		if (lstat(path, &one) != 0)
			continue;
		if ((one.st_mode & OTHERS) != 0)
			say_mode(cli, "disk.mode-file", path,
			    is_open || files[i].is_key ? PROBE_BAD :
							 PROBE_REMARK,
			    &one, doctor);
		if (one.st_uid != all.st_uid)
			doctor_say(doctor, PROBE_BAD, "disk.owner", path);
	}
	if (doctor->n == before)
		doctor_say(doctor, PROBE_GOOD, "disk.modes", NULL);
}

void
doctor_disk(struct cli *cli, const char *folder, struct store *store,
    struct doctor *doctor)
{
	bool waits = store != NULL && store_durable(store, NULL) == FAIL_NONE;

	look_at_system(cli, folder, doctor);
	if (store != NULL)
		doctor_say(doctor, waits ? PROBE_GOOD : PROBE_BAD,
		    waits ? "disk.waits" : "disk.waits-not", NULL);
	try_to_write(cli, folder, doctor);
	look_at_space(cli, folder, doctor);
	look_at_modes(cli, folder, doctor);
}
