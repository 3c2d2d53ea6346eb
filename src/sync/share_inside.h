#ifndef SYNC_SHARE_INSIDE_H
#define SYNC_SHARE_INSIDE_H

#include <stddef.h>
#include <sys/types.h>

#include "sync/share_direct.h"

/* What the files of the direct share have in common. */

/* The marker: a share without it is not ours, or is not mounted. */
#define SHARE_MARKER "fleet"

/* Close a descriptor at scope end. */
void share_close(const int *fd);
#define scoped_share_fd scoped(share_close) int

/* The failure that errno means, at path. */
enum fail share_errno(struct share_direct *direct, const char *path,
    struct err *err) nonnull(1, 2);

/* Open a folder below the share; "" is the share itself. */
enum fail share_folder(struct share_direct *direct, const char *folder,
    int *ret_fd, struct err *err) must_check nonnull(1, 2, 3);

/*
 * Open the folder that path lies in, and tell the name in it. With may_make
 * folders that are missing are made, if the share has its marker.
 */
enum fail share_folder_of(struct share_direct *direct, const char *path,
    bool may_make, int *ret_fd, const char **ret_name, struct err *err)
    must_check nonnull(1, 2, 4, 5);

/* Open a regular file to read; path is for the error. */
enum fail share_file_open(struct share_direct *direct, int folder,
    const char *name, const char *path, int *ret_fd, size_t *ret_size,
    struct err *err) must_check nonnull(1, 3, 4, 5, 6);

/* As read(2), but a signal is no reason to come back. */
ssize_t share_read(int fd, void *bytes, size_t size);

share_list_fn share_direct_list;
share_put_fn share_direct_put;

#endif
