#include "screens/words.h"

static const struct word list[] = {
	{ "backup.usage",
	    "loket backup BERKAS: salin register ke BERKAS (jalur "
	    "lengkap)." },
	{ "check.bad", "buruk" },
	{ "check.fine",
	    "Tidak ada masalah: {1} baris, {2} catatan diperiksa." },
	{ "check.found",
	    "{1} masalah ditemukan. loket check --repair "
	    "memperbaikinya." },
	{ "check.good", "baik" },
	{ "check.remark", "perhatian" },
	{ "check.repaired", "{1} hal diperbaiki." },
	{ "check.restore",
	    "{1} masalah ditemukan. Berkas data rusak: hentikan "
	    "pekerjaan, pulihkan dari cadangan." },
	{ "check.share-too",
	    "Folder bersama belum diperiksa: loket check --share" },
	{ "cli.ask-again", "Sekali lagi: " },
	{ "cli.ask-new", "Kata sandi baru (paling sedikit 15 huruf): " },
	{ "cli.ask-passphrase", "Kata sandi {1}: " },
	{ "cli.asset-none", "{1} ditolak dan tidak dipakai." },
	{ "cli.asset-older",
	    "{1} ditolak; dipakai isi lama yang baik (versi {2})." },
	{ "cli.command-likely",
	    "perintah \"{1}\" tidak ada. Mungkin \"{2}\"? Daftar "
	    "perintah: loket --help" },
	{ "cli.command-unknown",
	    "perintah \"{1}\" tidak ada. Daftar perintah: loket --help" },
	{ "cli.conf-data",
	    "{1} belum menyebut folder data. Tulis satu baris: data "
	    "/var/lib/loket" },
	{ "cli.conf-wrong", "{1} tidak dapat dipakai seperti tertulis." },
	{ "cli.folder-empty", "--data memerlukan nama folder." },
	{ "cli.folder-fuse",
	    "folder data {1} ada di sistem berkas FUSE ({2}), yang mungkin "
	    "kurang tahan listrik padam. Sebaiknya di cakram komputer "
	    "ini." },
	{ "cli.folder-network",
	    "folder data {1} ada di jaringan ({2}). Basis data perlu cakram "
	    "komputer ini sendiri; pilih folder lain dengan --data." },
	{ "cli.killed",
	    "layar berakhir mendadak. Yang sudah diketik ada di draf; "
	    "buka lagi loket." },
	{ "cli.no-home",
	    "folder data tidak diketahui, karena HOME tidak ada. "
	    "Sebutkan dengan --data." },
	{ "cli.no-officer", "Sebutkan petugas dengan --as ID." },
	{ "cli.no-passphrase",
	    "Kata sandi tidak terbaca: perlu terminal, atau "
	    "--passphrase-fd N." },
	{ "cli.no-sample-officer",
	    "Data contoh tidak berisi petugas pemeriksa." },
	{ "cli.no-terminal",
	    "layar loket memerlukan terminal. Jalankan dari terminal, "
	    "atau pakai perintah: loket --help" },
	{ "cli.not-the-same", "Kedua kata sandi tidak sama." },
	{ "cli.option-likely", "opsi --{1} tidak ada. Mungkin --{2}?" },
	{ "cli.option-no-value", "opsi --{1} tidak memakai nilai." },
	{ "cli.option-unknown",
	    "opsi --{1} tidak ada. Daftar opsi: loket --help" },
	{ "cli.option-value", "opsi --{1} memerlukan nilai." },
	{ "cli.output",
	    "hasil tidak tertulis lengkap. Periksa tempat tujuannya." },
	{ "cli.passphrase-proposal", "Usul: {1}" },
	{ "cli.problem", "{1}: {2}" },
	{ "cli.problem-at", "{1} baris {2}: {3}" },
	{ "cli.second",
	    "loket sudah terbuka pada folder {1}. Pakai layar yang "
	    "sudah ada, atau tutup dahulu." },
	{ "cli.word-too-many", "\"{1}\" tidak dimengerti di sini." },
	{ "cli.wrong-fd",
	    "--passphrase-fd {1}: bukan nomor berkas yang terbuka." },
	{ "demo.done",
	    "{1} permohonan contoh siap di {2}. Buka dengan: loket "
	    "--practice" },
	{ "demo.number", "\"{1}\" bukan angka dari 1 sampai {2}." },
	{ "help.backup",
	    "salin register dengan aman\n"
	    "loket backup BERKAS\n"
	    "BERKAS boleh folder: salinan diberi nama loket, tanggal, jam" },
	{ "help.calendar",
	    "hari kerja kantor: batas waktu, jumlah, daftar libur\n"
	    "\n"
	    "loket calendar due --from TANGGAL --days HARI [--ledger] "
	    "[--json]\n"
	    "    tanggal jatuh tempo; hari kerja pertama sesudah "
	    "TANGGAL: 1.\n"
	    "    --ledger menambahkan satu baris tiap hari: tanggal, "
	    "hari,\n"
	    "    hitungan atau sebab hari itu dilewati\n"
	    "loket calendar year TAHUN [--json]\n"
	    "    jumlah hari kerja tiap bulan dan setahun\n"
	    "loket calendar list [--year TAHUN] [--json]\n"
	    "    hari libur dengan dasar hukumnya\n"
	    "\n"
	    "TANGGAL ditulis 2026-11-24. Yang dibaca "
	    "data/holidays.tsv; register\n"
	    "tidak diperlukan, maka penutupan setempat tidak ikut "
	    "dihitung." },
	{ "help.check",
	    "periksa register, cakram komputer ini, dan folder bersama\n"
	    "\n"
	    "loket check [--share [FOLDER]] [--json]\n"
	    "    --share juga mencoba folder bersama; tanpa FOLDER: yang\n"
	    "    ada di pengaturan\n"
	    "loket check --repair --as ID [--passphrase-fd N] [--json]\n"
	    "    register dibuat sama lagi dengan catatannya\n"
	    "\n"
	    "Akhirnya 3 bila ada masalah, 75 bila folder bersama tidak\n"
	    "menjawab." },
	{ "help.demo",
	    "isi register latihan dengan orang dan berkas contoh\n"
	    "\n"
	    "loket demo [--seed ANGKA] [--days HARI]\n"
	    "    --seed  isi yang lain; angka yang sama memberi isi yang sama\n"
	    "    --days  berapa hari ke belakang, biasanya 90\n"
	    "\n"
	    "Register latihan ada di folder sendiri (practice) dan tidak pernah\n"
	    "bercampur dengan register sungguhan. Buka dengan: loket --practice" },
	{ "help.digest",
	    "sidik isi register, sama di semua loket\n"
	    "loket digest" },
	{ "help.fleet",
	    "beberapa loket memakai satu register bersama\n"
	    "loket fleet create --as ID [--share FOLDER] [--admin-key BERKAS]\n"
	    "loket fleet gap L07 12 [14] [--admin-key BERKAS] [--paper]\n"
	    "loket fleet invite L02-L30 [...] [--to FOLDER] [--days 14] "
	    "[--paper]\n"
	    "loket fleet join UNDANGAN [--share FOLDER]\n"
	    "loket fleet list [--json]\n"
	    "loket fleet retire L07 [--admin-key BERKAS] [--paper]\n"
	    "loket fleet share FOLDER --as ID\n"
	    "--passphrase-fd N membaca sandi baris demi baris dari berkas" },
	{ "help.history",
	    "siapa mengubah apa pada satu berkas\n"
	    "loket history NOMOR --as ID [--json]" },
	{ "help.init",
	    "siapkan loket dan petugas pertama\n"
	    "loket init --station L01 --officer ID --name NAMA "
	    "[--passphrase-fd N]" },
	{ "help.licence",
	    "Lisensi GPLv3+: GNU GPL versi 3 atau yang lebih baru.\n"
	    "Perangkat lunak bebas: boleh diubah dan disebarkan.\n"
	    "TANPA JAMINAN, sejauh diizinkan hukum." },
	{ "help.officer",
	    "daftar, tambah, atau purnakan petugas\n"
	    "loket officer add ID NAMA --roles PERAN,PERAN --as ID\n"
	    "    [--post JABATAN] [--superior ID]\n"
	    "loket officer list --as ID [--json]\n"
	    "loket officer retire ID --as ID\n"
	    "--passphrase-fd N membaca sandi baris demi baris dari berkas" },
	{ "help.restore",
	    "register diganti dengan cadangan, sebagai hidup baru\n"
	    "loket restore BERKAS [--yes]\n"
	    "tanpa --yes: hanya memeriksa dan menyebut apa yang hilang" },
	{ "help.sync",
	    "bertukar data dengan loket lain lewat folder bersama\n"
	    "loket sync [--share FOLDER] [--thorough] [--cause SEBAB] "
	    "[--quiet] [--json]\n"
	    "    --share     folder ini, juga stik USB; biasanya dari "
	    "pengaturan\n"
	    "    --thorough  bandingkan semua kiriman sendiri\n"
	    "Selesai 0; 4 sinkron lain sedang berjalan; 75 folder bersama "
	    "tidak siap, coba lagi." },
	{ "help.usage",
	    "Pemakaian: loket [OPSI] [PERINTAH [KATA...]]\n"
	    "Tanpa perintah: layar loket dibuka.\n"
	    "\n"
	    "Opsi:\n"
	    "  --data FOLDER    folder data register\n"
	    "  --assets FOLDER  folder yang berisi data/ dan forms/\n"
	    "  --practice       LATIHAN: register terpisah, isi "
	    "contoh\n"
	    "  --plain          tanpa kotak, satu isian tiap baris\n"
	    "  --mono           tanpa warna\n"
	    "  --help           bantuan ini; PERINTAH --help untuk "
	    "perintah\n"
	    "  --version        versi dan lisensi\n"
	    "\n"
	    "Perintah:" },
	{ "history.usage",
	    "loket history NOMOR: siapa mengubah apa pada satu berkas." },
	{ "init.ask-name", "Nama petugas pertama: " },
	{ "init.ask-officer", "ID pegawai petugas pertama: " },
	{ "init.ask-station", "Kode loket (L01): " },
	{ "init.done", "Loket {1} siap; petugas pertama {2}." },
	{ "init.usage",
	    "loket init --station L01 --officer ID --name NAMA [--post "
	    "JABATAN] [--passphrase-fd N]" },
	{ "officer.usage",
	    "loket officer add | list | retire: lihat loket officer "
	    "--help." },
};

const struct words words_cli = { list, array_length(list) };
