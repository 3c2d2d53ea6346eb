#include <errno.h>
#include <fcntl.h>
#include <linux/fuse.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

/*
 *	hang_fs FOLDER
 *
 * Mounts a file system there that takes every request and answers none: who
 * asks hangs in the kernel, and kill -9 does not help, until this program
 * ends. Says "mounted" when it is. Wants the right to mount and /dev/fuse.
 */
static int
answer_init(int fd, const struct fuse_in_header *in)
{
	struct {
		struct fuse_out_header head;
		struct fuse_init_out init;
	} out = { .head = { .len = sizeof out, .unique = in->unique } };

	out.init.major = FUSE_KERNEL_VERSION;
	out.init.minor = FUSE_KERNEL_MINOR_VERSION;
	out.init.max_write = 4096;
	return write(fd, &out, sizeof out) == (ssize_t)sizeof out ? 0 : -1;
}

int
main(int argc, char **argv)
{
	/* Aligned as the kernel's structs are; larger than it may ask for. */
	static uint64_t request[(1 << 18) / sizeof(uint64_t)];
	const struct fuse_in_header *in =
	    (const struct fuse_in_header *)(void *)request;
	char options[128];
	int fd = open("/dev/fuse", O_RDWR | O_CLOEXEC);

	if (argc != 2 || fd < 0) {
		perror("/dev/fuse");
		return 1;
	}
	snprintf(options, sizeof options,
	    "fd=%d,rootmode=40000,user_id=%u,group_id=%u,allow_other", fd,
	    getuid(), getgid());
	if (mount("hang", argv[1], "fuse", MS_NOSUID | MS_NODEV, options) !=
	    0) {
		perror(argv[1]);
		return 1;
	}
	while (read(fd, request, sizeof request) > 0)
		if (in->opcode == FUSE_INIT && answer_init(fd, in) == 0)
			printf("mounted\n"), fflush(stdout);
	return 0;
}
