#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

/*
 *	power_cut FOLDER
 *
 * The file system that FOLDER is on gets and gives nothing more, as if the
 * power went: what was not flushed is not flushed either, nor is its journal.
 * Mount it again to see what the disk remembers. Wants root, and ext4 or
 * another that knows this call.
 */

/* EXT4_IOC_SHUTDOWN and EXT4_GOING_FLAGS_NOLOGFLUSH of fs/ext4/ext4.h. */
#define SHUT_DOWN _IOR('X', 125, uint32_t)
enum { WITHOUT_FLUSH = 2 };

int
main(int argc, char **argv)
{
	uint32_t how = WITHOUT_FLUSH;
	int fd = argc == 2 ? open(argv[1], O_RDONLY | O_CLOEXEC) : -1;

	if (fd < 0 || ioctl(fd, SHUT_DOWN, &how) != 0) {
		perror("power_cut");
		return 1;
	}
	close(fd);
	return 0;
}
