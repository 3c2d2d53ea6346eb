#include "sync/share.h"

#include <string.h>

enum fail
share_list(const struct share *share, const struct share_wish *wish,
    struct arena *arena, struct share_names *ret_names, struct err *err)
{
	return share->ops->list(share->context, wish, arena, ret_names, err);
}

enum fail
share_get(const struct share *share, const char *path, size_t limit,
    struct buf *bytes, struct err *err)
{
	return share->ops->get(share->context, path, limit, bytes, err);
}

enum fail
share_put(const struct share *share, const struct share_file *file,
    int64_t *ret_ms, struct err *err)
{
	return share->ops->put(share->context, file, ret_ms, err);
}

enum fail
share_compare(const struct share *share, const char *path, size_t size,
    const uint8_t hash[HASH_SIZE], struct err *err)
{
	return share->ops->compare(share->context, path, size, hash, err);
}

enum fail
share_remove(const struct share *share, const char *path, struct err *err)
{
	return share->ops->remove(share->context, path, err);
}

enum fail
share_space(
    const struct share *share, struct share_space *ret_space, struct err *err)
{
	return share->ops->space(share->context, ret_space, err);
}

bool
share_is_full(const struct err *err)
{
	return strcmp(err->fact.code, "share.full") == 0;
}

bool
share_is_hung(const struct err *err)
{
	return strcmp(err->fact.code, "share.hung") == 0;
}

/* Windows would take them for devices, whatever stands after a dot. */
static bool
is_device(const char *name)
{
	static const char *const plain[] = { "con", "prn", "aux", "nul" };
	size_t n = strcspn(name, ".");

	for (size_t i = 0; i < array_length(plain); i++)
		if (n == 3 && memcmp(name, plain[i], 3) == 0)
			return true;
	return n == 4 && name[3] >= '0' && name[3] <= '9' &&
	    (memcmp(name, "com", 3) == 0 || memcmp(name, "lpt", 3) == 0);
}

static bool
is_name(const char *name, size_t n)
{
	static const char allowed[] = "abcdefghijklmnopqrstuvwxyz0123456789.-";
	char copy[SHARE_NAME_SIZE] = "";

	if (n == 0 || n >= sizeof copy)
		return false;
	memcpy(copy, name, n);
	return strspn(copy, allowed) == n && strchr(".-", copy[0]) == NULL &&
	    strchr(".-", copy[n - 1]) == NULL && !is_device(copy);
}

bool
share_name_is_fine(const char *name)
{
	return is_name(name, strnlen(name, SHARE_NAME_SIZE));
}

bool
share_path_is_fine(const char *path)
{
	size_t n;

	if (strnlen(path, SHARE_PATH_SIZE) == SHARE_PATH_SIZE)
		return false;
	for (; *path != '\0'; path += n) {
		n = strcspn(path, "/");
		if (!is_name(path, n))
			return false;
		if (path[n] == '\0')
			return true;
		path++;
	}
	return false;
}
