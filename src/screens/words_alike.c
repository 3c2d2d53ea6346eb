#include "screens/words.h"

/* Records that two counters made of one person or matter. */
static const struct word list[] = {
	{ "alike.application", "Permohonan" },
	{ "alike.company", "Perusahaan" },
	{ "alike.complaint", "Pengaduan" },
	{ "alike.copy", "ganda" },
	{ "alike.decided", "Pasangan ini sudah diputus di tempat lain. F5 "
			   "menyegarkan daftar." },
	{ "alike.different", "Dicatat bukan sama: {1} dan {2}. U membatalkan." },
	{ "alike.hint", "S: sama, yang bertanda tetap dipakai. B: bukan sama. "
			"T menukar tanda." },
	{ "alike.key-back", "Batalkan putusan terakhir" },
	{ "alike.key-different", "Bukan sama" },
	{ "alike.key-same", "Sama: yang bertanda tetap dipakai" },
	{ "alike.key-turn", "Tukar mana yang tetap dipakai" },
	{ "alike.legend-back", "Batal" },
	{ "alike.legend-different", "Bukan" },
	{ "alike.legend-same", "Sama" },
	{ "alike.legend-turn", "Tukar" },
	{ "alike.made", "Loket, waktu" },
	{ "alike.more", "dan {1} isian lain yang berbeda" },
	{ "alike.no-difference", "Isian lain sama." },
	{ "alike.none", "Tidak ada yang mungkin ganda." },
	{ "alike.none-decided", "Belum ada putusan untuk dibatalkan." },
	{ "alike.number", "Nomor / nama" },
	{ "alike.officer", "Petugas" },
	{ "alike.person", "Pemohon" },
	{ "alike.read-only", "Peran Anda hanya melihat pasangan ini." },
	{ "alike.same", "Dicatat sama; yang dipakai: {1} dari {2}. U "
			"membatalkan." },
	{ "alike.same-application",
	    "Sama dengan {1}. {2} tetap tercatat; batalkan bila perlu. U: urung." },
	{ "alike.same-complaint",
	    "Sama dengan {1}. {2} tetap tercatat; F8 menggabungkan. U: urung." },
	{ "alike.state", "{1} menunggu   Esc Kembali" },
	{ "alike.stays", "tetap dipakai" },
	{ "alike.taken-back", "Putusan terakhir dibatalkan." },
	{ "alike.trail", "Menu > Mungkin ganda" },
};
const struct words words_alike = { list, array_length(list) };
