#include "bench/spent.h"

#include <fts.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double
now_s(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static double
seconds(const struct timeval *time)
{
	return (double)time->tv_sec + (double)time->tv_usec / 1e6;
}

bool
spent_on(spent_fn *work, void *context, struct spent *ret_spent)
{
	struct rusage usage;
	struct err err = { 0 };
	double began = now_s();
	enum fail fail;
	int status;
	pid_t pid;

	fflush(stdout);
	pid = fork();
	if (pid == 0) {
		fail = work(context, &err);
		if (fail)
			fprintf(stderr, "%s: %s %s\n", fail_name(fail),
			    err.fact.code, err.text);
		_exit(fail ? 1 : 0);
	}
	if (pid < 0 || wait4(pid, &status, 0, &usage) != pid)
		return false;
	ret_spent->wall_s = now_s() - began;
	ret_spent->cpu_s = seconds(&usage.ru_utime) + seconds(&usage.ru_stime);
	ret_spent->peak_mib = (double)usage.ru_maxrss / 1024;
	return status == 0;
}

static enum fail
run_shell(void *context, struct err *err)
{
	execl("/bin/sh", "sh", "-c", context, (char *)NULL);
	return fail_errno(err, "/bin/sh");
}

bool
spent_on_shell(const char *command, struct spent *ret_spent)
{
	char text[4096];

	snprintf(text, sizeof text, "%s", command);
	return spent_on(run_shell, text, ret_spent);
}

bool
spent_has(const char *program)
{
	struct spent spent;
	char command[256];

	snprintf(command, sizeof command, "command -v %s >/dev/null", program);
	return spent_on_shell(command, &spent);
}

int64_t
spent_bytes(const char *path)
{
	char root[4096];
	char *const roots[] = { root, NULL };
	int64_t bytes = 0;
	FTSENT *entry;
	FTS *walk;

	snprintf(root, sizeof root, "%s", path);
	walk = fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR, NULL);
	if (walk == NULL)
		return 0;
	while ((entry = fts_read(walk)) != NULL)
		if (entry->fts_info == FTS_F)
			bytes += (int64_t)entry->fts_statp->st_size;
	fts_close(walk);
	return bytes;
}
