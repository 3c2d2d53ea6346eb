# A disk whose power can be cut: . "$LOKET_SRCDIR/tests/lib/disk.sh" after
# tap.sh, in a mount namespace of one's own (unshare -m).
#
#	disk_works           or $work/why says why not
#	disk_under FOLDER    what is in FOLDER is on a disk of its own from here
#	disk_cut FOLDER      its power goes; nobody may have it open
#	disk_back FOLDER     and comes again
#	disk_away FOLDER     the folder is empty again

disk_image=$work/disk.img
trap 'disk_end' EXIT

disk_end() {
	[ -z "${disk_at-}" ] || umount -l "$disk_at"
	rm -rf "$work"
}

disk_mount() {
	mount -o loop "$disk_image" "$1" && disk_at=$1
}

disk_works() {
	mkdir "$work/disk"
	truncate -s 32M "$work/empty.img"
	{ mkfs.ext4 -q -F -b 4096 "$work/empty.img" &&
	    disk_under "$work/disk" && disk_cut "$work/disk"; } 2>"$work/why"
}

disk_under() {
	cp --sparse=always "$work/empty.img" "$disk_image"
	disk_mount "$work/disk" || return
	cp -R "$1/." "$work/disk"
	umount "$work/disk" && disk_mount "$1"
}

disk_cut() {
	"$LOKET_BUILDDIR/tests/lib/power_cut" "$1" && disk_away "$1"
}

disk_back() { disk_mount "$1"; }

disk_away() { umount "$1" && disk_at=; }
