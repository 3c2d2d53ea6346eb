#include "screens/words.h"

/* What loket check says of the disk of this machine and of the share. */
static const struct word list[] = {
	{ "disk.mode-file",
	    "Berkas {1} terbuka bagi pengguna lain (izin {2}). Ubah dengan: "
	    "chmod 0600" },
	{ "disk.mode-folder",
	    "Folder {1} terbuka bagi pengguna lain (izin {2}). Ubah dengan: "
	    "chmod 0700" },
	{ "disk.modes",
	    "Folder data dan berkas kunci hanya terbuka bagi pemiliknya." },
	{ "disk.owner",
	    "{1} bukan milik pengguna yang menjalankan loket. Ubah dengan: "
	    "chown" },
	{ "disk.space", "Ruang bebas untuk data: {1} MiB." },
	{ "disk.space-low",
	    "Ruang bebas untuk data tinggal {1} MiB. Kosongkan cakram dalam "
	    "beberapa hari ini." },
	{ "disk.space-none",
	    "Ruang bebas untuk data tinggal {1} MiB. Kosongkan cakram "
	    "sekarang." },
	{ "disk.system", "Data di {1}, sistem berkas {2} ({3})." },
	{ "disk.system-fleeting",
	    "Data di {1}, sistem berkas {2}, yang hilang bila komputer mati. "
	    "Pindahkan ke cakram." },
	{ "disk.system-network",
	    "Data di {1}, sistem berkas {2}, ada di jaringan. Pindahkan ke "
	    "cakram komputer ini." },
	{ "disk.system-other",
	    "Data di {1}, sistem berkas {2}, yang belum dicoba tahan listrik "
	    "padam. Sebaiknya ext4." },
	{ "disk.system-unknown", "Sistem berkas untuk data tidak diketahui." },
	{ "disk.waits", "Setiap simpanan menunggu sampai tertulis di cakram." },
	{ "disk.waits-not",
	    "Simpanan tidak menunggu sampai tertulis di cakram, jadi tidak "
	    "tahan listrik padam. Hubungi admin." },
	{ "disk.write", "Tulis dan fsync di folder data: {1} milidetik." },
	{ "disk.write-bad",
	    "Folder data tidak dapat ditulis ({1}). Periksa izin dan cakram." },
	{ "probe.case", "Nama berkas: huruf besar dan kecil dibedakan." },
	{ "probe.case-same",
	    "Nama berkas: huruf besar dan kecil sama saja. Tidak apa-apa, "
	    "loket hanya memakai huruf kecil." },
	{ "probe.clock", "Jam server dan jam loket ini sama." },
	{ "probe.clock-differs",
	    "Jam server berbeda {1} detik dari jam loket ini. Sinkron tidak "
	    "bergantung padanya, tetapi periksa jam keduanya." },
	{ "probe.create", "Berkas baru dapat dibuat, dan tidak dua kali." },
	{ "probe.create-bad",
	    "Berkas baru tidak dapat dibuat ({1}). Minta pengelola server "
	    "memberi izin tulis." },
	{ "probe.create-twice",
	    "Berkas yang sudah ada dapat dibuat sekali lagi (O_EXCL tidak "
	    "dipatuhi). Server ini tidak cocok." },
	{ "probe.fleet", "Folder {1} milik kelompok loket ini." },
	{ "probe.fleet-alone",
	    "Loket ini belum bergabung dengan loket lain, jadi folder {1} "
	    "hanya dilihat, tidak dicoba." },
	{ "probe.link", "Tautan keras dapat dibuat." },
	{ "probe.link-bad",
	    "Tautan keras tidak ada ({1}). Tidak apa-apa, loket tidak "
	    "memakainya." },
	{ "probe.listing", "Daftar isi folder lengkap: {1} dari {2} nama." },
	{ "probe.listing-bad",
	    "Daftar isi folder tidak lengkap: {1} dari {2} nama. Kiriman "
	    "loket lain dapat terlambat terlihat; periksa server." },
	{ "probe.mib", "1 MiB ditulis dan dibaca kembali: {1} milidetik." },
	{ "probe.mib-bad",
	    "1 MiB tidak dapat ditulis dan dibaca kembali: {1}" },
	{ "probe.mib-slow",
	    "1 MiB ditulis dan dibaca kembali: {1} milidetik, lambat sekali. "
	    "Periksa jaringan." },
	{ "probe.mount", "Terpasang: {1} dari {2} di {3} ({4})." },
	{ "probe.mount-fleeting",
	    "Folder bersama ada di {1}, yang hilang bila komputer mati." },
	{ "probe.mount-hard",
	    "{1} terpasang dengan hard: server yang mati ditunggu tanpa "
	    "batas. Sebaiknya soft,timeo=100,retrans=3." },
	{ "probe.mount-unknown", "Cara terpasang tidak diketahui ({1})." },
	{ "probe.names", "Semua nama berkas diterima." },
	{ "probe.names-bad",
	    "Nama berkas yang panjang tidak kembali seperti ditulis. Server "
	    "ini tidak cocok." },
	{ "probe.names-odd",
	    "Nama berkas yang tidak diterima atau diubah: {1} (tidak apa-apa, "
	    "loket tidak memakainya)." },
	{ "probe.reader", "Berkas yang sedang dibaca dapat diganti." },
	{ "probe.reader-bad",
	    "Berkas yang sedang dibaca tidak dapat diganti ({1}). Tidak "
	    "apa-apa, dicoba lagi sesudahnya." },
	{ "probe.rename", "Berkas dapat diganti namanya." },
	{ "probe.rename-bad",
	    "Berkas tidak dapat diganti namanya ({1}). Minta pengelola server "
	    "memberi izin." },
	{ "probe.rename-lost",
	    "Isi berkas berubah atau hilang sesudah diganti namanya. Server "
	    "ini tidak cocok." },
	{ "probe.replace", "Berkas rusak dapat diganti dengan yang baik." },
	{ "probe.replace-bad",
	    "Berkas tidak dapat diganti dengan yang baru ({1}). Berkas yang "
	    "rusak di sana harus dihapus orang." },
	{ "probe.space", "Ruang bebas di folder bersama: {1} MiB." },
	{ "probe.space-low",
	    "Ruang bebas di folder bersama tinggal {1} MiB. Minta pengelola "
	    "server menambah ruang." },
	{ "probe.space-unknown",
	    "Ruang bebas di folder bersama tidak diberitahukan." },
	{ "probe.sync", "fsync berkas dan folder diterima." },
	{ "probe.sync-bad",
	    "fsync ditolak ({1}): server tidak menjamin tulisan sampai di "
	    "cakram. Server ini tidak cocok." },
	{ "probe.sync-folder",
	    "fsync folder tidak dikenal ({1}). Tidak apa-apa, isinya dibaca "
	    "kembali." },
};

const struct words words_doctor = { list, array_length(list) };
