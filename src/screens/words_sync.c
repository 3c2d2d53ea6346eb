#include "screens/words.h"

/* "Folder bersama" is the share: the folder in which all counters meet. */
static const struct word list[] = {
	{ "fleet.active",
	    "aktif" },
	{ "fleet.ask-admin",
	    "Frasa sandi kunci admin" },
	{ "fleet.ask-paper",
	    "Kunci pemulihan dari kertas" },
	{ "fleet.clock",
	    "Jam komputer ini tertinggal dari tanggal undangan. "
	    "Betulkan jam, lalu ulangi." },
	{ "fleet.created",
	    "{1} menjadi loket pertama. Kunci admin ada di {2}: "
	    "pindahkan ke dua media, satu disimpan di brankas. Baris "
	    "berikut kunci pemulihan: tulis atau cetak di kertas, "
	    "simpan terpisah; tidak dapat ditampilkan lagi." },
	{ "fleet.days",
	    "--days {1}: tulis 1 sampai 366 hari." },
	{ "fleet.expired",
	    "undangan lewat masanya" },
	{ "fleet.followed",
	    "berganti" },
	{ "fleet.for-practice",
	    "Undangan ini untuk LATIHAN. Pakai: loket --practice fleet "
	    "join" },
	{ "fleet.for-register",
	    "Undangan ini bukan untuk LATIHAN. Jalankan tanpa "
	    "--practice." },
	{ "fleet.gap-alive",
	    "{1} masih terhubung hari ini. Tunggu: loket itu mengirim "
	    "ulang sendiri. Ulangi bila sudah sehari tidak terdengar." },
	{ "fleet.gap-none",
	    "Semua kiriman itu dari {1} sudah ada di loket ini. Tidak "
	    "ada yang dinyatakan hilang." },
	{ "fleet.gap-now",
	    "Kiriman {1} nomor {2} sampai {3} dinyatakan hilang. "
	    "Jalankan loket sync agar semua loket melanjutkan tanpa "
	    "kiriman itu." },
	{ "fleet.gap-numbers",
	    "Tulis nama loket, lalu nomor kiriman pertama dan terakhir "
	    "yang hilang (paling banyak 256), misalnya: L07 12 14." },
	{ "fleet.invited",
	    "Undangan berlaku {1} hari, sekali pakai, dan memuat kunci:"
	    " bawa sendiri ke komputer baru. Jalankan loket sync di "
	    "sini agar loket lain mengetahuinya. Di komputer baru: "
	    "loket fleet join BERKAS, lalu loket sync." },
	{ "fleet.invited-word",
	    "diundang sampai" },
	{ "fleet.joined",
	    "Komputer ini menjadi {1}{2}. Jalankan loket sync untuk "
	    "mengambil register bersama." },
	{ "fleet.new-admin",
	    "Kunci admin untuk menandatangani daftar loket dilindungi "
	    "frasa sandi tersendiri." },
	{ "fleet.no-invitation",
	    "Berkas undangan {1} tidak ada. Periksa nama berkas, dan apakah "
	    "medianya terpasang." },
	{ "fleet.not-self",
	    "{1} adalah loket ini sendiri. Pensiunkan dari loket lain "
	    "yang memegang kunci admin." },
	{ "fleet.remove-invitation",
	    "Hapus berkas undangan {1}; sudah terpakai." },
	{ "fleet.retired",
	    "pensiun" },
	{ "fleet.retired-now",
	    "{1} dipensiunkan dan kunci bersama diganti. Jalankan loket"
	    " sync agar semua loket mengetahuinya. Yang pernah dibaca "
	    "loket itu tetap diketahuinya." },
	{ "fleet.share-taken",
	    "{1} milik kelompok loket lain. Pilih folder lain." },
	{ "fleet.share-taken-up",
	    "{1} menjadi folder bersama loket ini." },
	{ "fleet.stations",
	    "{1}: tulis kode loket, misalnya L07, atau L02-L30." },
	{ "fleet.usage",
	    "loket fleet create|gap|invite|join|list|retire|share; "
	    "lihat: loket fleet --help" },
	{ "fleet.withdrawn",
	    "undangan ditarik" },
	{ "fleet.withdrawn-now",
	    "Undangan untuk {1} ditarik. Jalankan loket sync agar semua"
	    " loket mengetahuinya." },
	{ "identity.copied",
	    "PERIKSA: register ini dibuka di komputer lain dari "
	    "sebelumnya. Nomor berikutnya memakai seri {1}{2}; tidak "
	    "ada catatan yang hilang. Bila komputer lama masih dipakai,"
	    " beri tahu admin." },
	{ "identity.outrun",
	    "PERIKSA: folder bersama mengenal loket ini lebih maju dari"
	    " register di sini (dipulihkan atau kembar). Nomor "
	    "berikutnya memakai seri {1}{2}; catatan lama diambil "
	    "kembali." },
	{ "identity.restored",
	    "PERIKSA: register ini lebih lama dari yang terakhir "
	    "dipakai di komputer ini (dipulihkan dari cadangan?). Nomor"
	    " berikutnya memakai seri {1}{2}. Catatan sesudah cadangan "
	    "hanya kembali bila sudah pernah disinkron." },
	{ "restore.agree",
	    "Belum ada yang diubah. Untuk memulihkan, ulangi dengan "
	    "--yes." },
	{ "restore.aside",
	    "Register sebelumnya disimpan di {1}." },
	{ "restore.backup",
	    "Cadangan {1} utuh; catatan terakhirnya {2}." },
	{ "restore.busy",
	    "Loket masih terbuka di {1}. Tutup layar dan tunggu sinkron"
	    " selesai, lalu ulangi." },
	{ "restore.done",
	    "Register dipulihkan." },
	{ "restore.losses",
	    "Register sekarang: catatan terakhir {1}. {2} catatan belum"
	    " ada di cadangan; {3} di antaranya sudah di folder bersama"
	    " dan kembali pada sinkron berikutnya." },
	{ "restore.numbers",
	    "Nomor yang sudah diberikan dan tidak ada di cadangan: {1} "
	    "sampai {2}." },
	{ "restore.unreadable",
	    "Register sekarang tidak terbaca; yang sesudah cadangan dan"
	    " belum disinkron hilang." },
	{ "restore.unsound",
	    "Cadangan {1} tidak sesuai dengan catatan perubahannya. "
	    "Pakai cadangan lain." },
	{ "restore.usage",
	    "loket restore BERKAS [--yes]" },
	{ "share.child",
	    "Proses pembaca folder bersama berakhir mendadak. Dicoba lagi "
	    "pada sinkron berikutnya." },
	{ "share.denied",
	    "Folder bersama menolak {1} ({2}). Minta pengelola server memberi "
	    "izin tulis." },
	{ "share.full",
	    "Folder bersama penuh. Kiriman menunggu di loket ini; minta "
	    "pengelola server menambah ruang." },
	{ "share.hung",
	    "Folder bersama tidak menjawab. Dicoba lagi nanti; pekerjaan di "
	    "loket tidak terganggu." },
	{ "share.io",
	    "Folder bersama gagal pada {1} ({2}). Dicoba lagi pada sinkron "
	    "berikutnya." },
	{ "share.no-marker",
	    "{1} bukan folder bersama Loket, atau belum tersambung. Tidak ada "
	    "yang ditulis." },
	{ "share.not-kept",
	    "{1} tidak tersimpan utuh di folder bersama. Dikirim lagi pada "
	    "sinkron berikutnya." },
	{ "share.not-ours",
	    "{1} di folder bersama bukan berkas biasa, tidak dibuka." },
	{ "share.other-bytes", "{1} di folder bersama sudah berisi hal lain." },
	{ "share.other-fleet",
	    "{1} milik kelompok loket lain. Tidak ada yang ditulis; periksa "
	    "foldernya, atau undangannya." },
	{ "share.stuck",
	    "Proses dari sinkron sebelumnya masih tersangkut di folder "
	    "bersama. Sinkron menunggu sampai proses itu berakhir." },
	{ "share.too-large", "{1} di folder bersama terlalu besar." },
	{ "sync.admin-wrong", "Frasa sandi kunci admin salah." },
	{ "sync.anchor-damaged",
	    "Berkas keadaan {1} rusak; dibuat lagi." },
	{ "sync.bundle-waits", "Menunggu kiriman nomor {2} dari {1}." },
	{ "sync.cause",
	    "\"{1}\" bukan sebab sinkron. Pilih: hand, start, timer, "
	    "closing." },
	{ "sync.clock-days-ahead",
	    "Jamnya {1} hari lebih cepat dari komputer ini. Betulkan "
	    "jam yang salah." },
	{ "sync.clock-days-behind",
	    "Jamnya {1} hari lebih lambat dari komputer ini. Betulkan "
	    "jam yang salah." },
	{ "sync.clock-hours-ahead",
	    "Jamnya {1} jam lebih cepat dari komputer ini. Betulkan jam"
	    " yang salah." },
	{ "sync.clock-hours-behind",
	    "Jamnya {1} jam lebih lambat dari komputer ini. Betulkan "
	    "jam yang salah." },
	{ "sync.cut",
	    "Berkas dari folder bersama terpotong. Loket asalnya mengirim "
	    "lagi." },
	{ "sync.damaged",
	    "Berkas dari folder bersama rusak. Loket asalnya mengirim lagi." },
	{ "sync.done",
	    "Sinkron selesai: {1} kiriman dikirim, {2} diterima ({3} catatan), "
	    "{4} ditolak." },
	{ "sync.gaps",
	    "Daftar loket sudah memuat 1.000 kiriman hilang; tidak ada "
	    "tempat lagi." },
	{ "sync.has-fleet", "Loket ini sudah bergabung dengan loket lain." },
	{ "sync.heartbeat-wrong",
	    "Detak loket lain tidak terbaca (baris {1}). Dilewati; ditunggu "
	    "yang berikutnya." },
	{ "sync.introduction-wrong",
	    "Surat perkenalan sebuah loket tidak sah. Loket itu belum "
	    "diikutkan." },
	{ "sync.invitation-expired",
	    "Undangan untuk {1} sudah lewat masanya. Minta undangan "
	    "baru kepada admin." },
	{ "sync.invitation-used",
	    "Undangan untuk {1} sudah dipakai komputer lain. Minta "
	    "undangan baru kepada admin." },
	{ "sync.invitation-withdrawn",
	    "Undangan untuk {1} sudah ditarik. Minta undangan baru "
	    "kepada admin." },
	{ "sync.keys-damaged",
	    "Berkas kunci {1} rusak. Loket ini perlu undangan baru dari"
	    " admin." },
	{ "sync.keys-open",
	    "Berkas kunci {1} terbuka bagi orang lain. Ubah izinnya "
	    "menjadi 0600." },
	{ "sync.letters",
	    "Huruf seri untuk {1} sudah habis. Pilih kode loket lain." },
	{ "sync.marker-wrong",
	    "Tanda folder bersama tidak terbaca. Tidak ada yang "
	    "ditulis." },
	{ "sync.newer",
	    "Berkas dari folder bersama dibuat program yang lebih baru "
	    "(versi {1}). Perbarui program di loket ini." },
	{ "sync.no-admin-key",
	    "Berkas kunci admin {1} tidak ada. Pasang medianya, atau "
	    "pakai kunci pemulihan dari kertas." },
	{ "sync.no-fleet", "Loket ini belum bergabung dengan loket lain." },
	{ "sync.no-key",
	    "Kunci kelompok loket belum sampai di loket ini. Berkas menunggu; "
	    "hubungi admin." },
	{ "sync.no-key-of-before",
	    "Kunci loket ini dari sebelum pemulihan tidak ada. Loket "
	    "ini perlu undangan baru dari admin." },
	{ "sync.no-member",
	    "Tidak ada loket aktif dengan kode itu. Lihat: loket fleet "
	    "list." },
	{ "sync.no-share",
	    "Folder bersama belum ditentukan. Sebutkan dengan --share, atau isi "
	    "pengaturan share." },
	{ "sync.no-station-keys",
	    "Kunci loket ini untuk register sekarang tidak ada. Hubungi "
	    "admin." },
	{ "sync.not-admin", "Kunci admin itu bukan milik kelompok loket ini." },
	{ "sync.offer-damaged",
	    "Berkas undangan rusak atau bukan undangan. Salin lagi dari"
	    " loket pertama." },
	{ "sync.other-fleet",
	    "Berkas dari folder bersama milik kelompok loket lain. Tidak "
	    "dibuka." },
	{ "sync.other-hash",
	    "Isi berkas dari folder bersama tidak cocok dengan namanya. "
	    "Tidak dipakai." },
	{ "sync.other-key",
	    "Berkas dari folder bersama tidak terbuka dengan kunci kelompok"
	    " loket ini. Tidak dipakai." },
	{ "sync.other-kind",
	    "Jenis berkas dari folder bersama tidak cocok dengan namanya. "
	    "Tidak dipakai." },
	{ "sync.other-number",
	    "Nomor berkas dari folder bersama tidak cocok dengan namanya. "
	    "Tidak dipakai." },
	{ "sync.other-writer",
	    "Berkas dari folder bersama berada di folder loket lain. Tidak "
	    "dipakai." },
	{ "sync.outrun",
	    "Di folder bersama loket ini sudah lebih maju daripada datanya: "
	    "data dipulihkan, atau ada komputer kembar. Tidak ada yang "
	    "dikirim; hubungi admin." },
	{ "sync.paper-wrong",
	    "Kunci pemulihan salah ketik, atau milik kelompok loket "
	    "lain. Periksa huruf demi huruf." },
	{ "sync.roster-fork",
	    "Daftar loket versi {1} ada dua yang berbeda. Jangan "
	    "diteruskan; hubungi admin." },
	{ "sync.roster-lost",
	    "Daftar loket di komputer ini lebih lama dari versi {1} "
	    "yang pernah dilihat. Hubungi admin." },
	{ "sync.roster-wrong", "Daftar loket tidak terbaca (baris {1})." },
	{ "sync.signature",
	    "Tanda tangan berkas dari folder bersama tidak sah. Tidak "
	    "dipakai." },
	{ "sync.sponsor-unknown",
	    "Loket baru menunggu daftar loket yang lebih baru." },
	{ "sync.stopped",
	    "Dihentikan; sisanya pada sinkron berikutnya." },
	{ "sync.too-large",
	    "Berkas dari folder bersama terlalu besar. Tidak dibuka." },
};

const struct words words_sync = { list, array_length(list) };
