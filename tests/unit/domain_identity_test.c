/* Numbers and names by which people and firms are known. */

#include "domain/identity.h"
#include "lib/asset.h"

static void
assert_finding(enum severity got, enum severity wanted, const struct fact *fact,
    const char *code)
{
	assert_string_equal(fact->code, code);
	assert_int_equal(got, wanted);
}

static void
assert_npwp(const char *npwp, enum severity severity, const char *code)
{
	struct fact fact = { 0 };

	assert_finding(npwp_check(npwp, &fact), severity, &fact, code);
}

static void
assert_phone(const char *typed, const char *stored, const char *printed)
{
	char text[IDENTITY_SIZE];

	phone_clean(typed, text);
	assert_string_equal(text, stored);
	phone_print(stored, text);
	assert_string_equal(text, printed);
}

static void
assert_phone_check(const char *stored, enum severity severity, const char *code)
{
	struct fact fact = { 0 };

	assert_finding(phone_check(stored, &fact), severity, &fact, code);
}

static void
assert_email(const char *email, enum severity severity, const char *code)
{
	struct fact fact = { 0 };

	assert_finding(email_check(email, &fact), severity, &fact, code);
}

static void
assert_name(const char *name, enum severity severity, const char *code)
{
	struct fact fact = { 0 };

	assert_finding(name_check(name, &fact), severity, &fact, code);
}

T(what_people_write_between_digits_is_left_out)
{
	char text[IDENTITY_SIZE], small[5];

	identity_clean(" 3201-2345.6789 0123\n", text, sizeof text);
	assert_string_equal(text, "3201234567890123");
	identity_clean("3201\u20112345\u20136789\u00a00123", text, sizeof text);
	assert_string_equal(text, "3201234567890123");
	identity_clean("12a4", text, sizeof text);
	assert_string_equal(text, "12a4");
	identity_clean("123456", small, sizeof small);
	assert_string_equal(small, "1234");
	identity_clean("123\u00e9", small, sizeof small);
	assert_string_equal(small, "123");
}

T(a_check_digit_belongs_to_eight_digits)
{
	assert_int_equal(npwp_check_digit("12345678"), '2');
	assert_int_equal(npwp_check_digit("65389112"), '7');
}

T(an_npwp_of_fifteen_digits_has_a_check_digit)
{
	assert_npwp("123456782000000", FINE, "");
	assert_npwp("653891127001001", FINE, "");
	assert_npwp("123456783000000", DOUBT, "npwp.check-digit");
}

T(an_npwp_of_sixteen_digits_is_the_old_one_or_a_nik)
{
	assert_npwp("0123456782000000", FINE, "");
	assert_npwp("0123456783000000", DOUBT, "npwp.check-digit");
	assert_npwp("3214011505900001", FINE, "");
	assert_npwp("3214019905900001", DOUBT, "npwp.nik");
}

T(an_npwp_of_another_length_is_wrong)
{
	assert_npwp("", FINE, "");
	assert_npwp("12345678", WRONG, "npwp.length");
	assert_npwp("12345678901234567", WRONG, "npwp.length");
	assert_npwp("12345678901234x", WRONG, "npwp.not-digits");
}

T(a_nib_has_thirteen_digits_and_keeps_its_zeros)
{
	struct fact fact = { 0 };

	assert_finding(nib_check("0220105811234", &fact), FINE, &fact, "");
	assert_finding(
	    nib_check("022010581123", &fact), WRONG, &fact, "nib.length");
	assert_string_equal(fact.arg[0], "12");
	assert_finding(
	    nib_check("02201058112x4", &fact), WRONG, &fact, "nib.not-digits");
}

T(a_kbli_code_has_five_digits)
{
	struct fact fact = { 0 };

	assert_finding(kbli_code_check("22210", &fact), FINE, &fact, "");
	assert_finding(
	    kbli_code_check("2221", &fact), WRONG, &fact, "kbli.length");
}

T(numbers_are_printed_in_groups)
{
	char text[IDENTITY_SIZE];

	nik_print("3201234567890123", text);
	assert_string_equal(text, "3201 2345 6789 0123");
	nik_print("32012345", text);
	assert_string_equal(text, "32012345");
	npwp_print("123456782000000", text);
	assert_string_equal(text, "12.345.678.2-000.000");
	npwp_print("0123456782000000", text);
	assert_string_equal(text, "0123 4567 8200 0000");
}

T(a_nik_is_shown_as_twelve_marks_and_four_digits)
{
	char text[IDENTITY_SIZE];

	nik_mask("3214011505900123", text);
	assert_string_equal(text, "************0123");
	nik_mask("321401150590", text);
	assert_string_equal(text, "****************");
	nik_mask("", text);
	assert_string_equal(text, "");
}

T(a_telephone_number_is_stored_with_its_country)
{
	assert_phone("0812-3456 7890", "+6281234567890", "0812-3456-7890");
	assert_phone("62812.3456.789", "+628123456789", "0812-3456-789");
	assert_phone(
	    "+62 (0)812 3456 7890", "+6281234567890", "0812-3456-7890");
	assert_phone("812 3456 7890", "+6281234567890", "0812-3456-7890");
	assert_phone("006281234567890", "+6281234567890", "0812-3456-7890");
	assert_phone("+62 (00) 81234567890", "+6281234567890",
	    "0812-3456-7890");
	assert_phone("(0264) 8224794", "+622648224794", "(0264) 8224794");
	assert_phone("021-5551234", "+62215551234", "(021) 5551234");
	assert_phone("+65 6123 4567", "+6561234567", "+6561234567");
	assert_phone("0065 6123 4567", "+6561234567", "+6561234567");
	assert_phone("0812345678", "+62812345678", "0812-3456-78");
}

T(what_is_no_telephone_number_is_kept_as_typed)
{
	assert_phone("(0264) 8224794 ext. 103", "(0264) 8224794 ext. 103",
	    "(0264) 8224794 ext. 103");
	assert_phone("", "", "");
	assert_phone("-", "-", "-");
}

T(the_numbers_of_the_standard_pass)
{
	assert_phone_check("+6281809898222", FINE, "");
	assert_phone_check("+622648224794", FINE, "");
}

T(a_telephone_number_is_only_ever_doubted)
{
	assert_phone_check("", FINE, "");
	assert_phone_check("+6281234567", DOUBT, "phone.short");
	assert_phone_check("+62812345678", FINE, "");
	assert_phone_check("+62812345678901", FINE, "");
	assert_phone_check("+628123456789012", DOUBT, "phone.long");
	assert_phone_check("+62264822", DOUBT, "phone.short");
	assert_phone_check("+622648224", FINE, "");
	assert_phone_check("+6226482247941", FINE, "");
	assert_phone_check("+62264822479412", DOUBT, "phone.long");
	assert_phone_check("+6284123456789", DOUBT, "phone.prefix");
	assert_phone_check("+62123456789", DOUBT, "phone.prefix");
	assert_phone_check("rumah", DOUBT, "phone.not-digits");
	assert_phone_check("+6561234567", FINE, "");
	assert_phone_check("+651234567890123456", DOUBT, "phone.foreign");
	assert_phone_check("+62", DOUBT, "phone.short");
}

T(an_e_mail_address_has_a_shape)
{
	assert_email("", FINE, "");
	assert_email("pengaduanptsp139@gmail.com", FINE, "");
	assert_email("a.b-c+d@dpmptsp.purwakartakab.go.id", FINE, "");
	assert_email("nama", WRONG, "email.no-at");
	assert_email("a@b@c.id", WRONG, "email.two-at");
	assert_email("a b@c.id", WRONG, "email.blank");
	assert_email("@c.id", WRONG, "email.no-name");
	assert_email("a@contoh", WRONG, "email.domain");
	assert_email("a@contoh.", WRONG, "email.domain");
	assert_email("a@.id", WRONG, "email.domain");
	assert_email("a@a..id", WRONG, "email.domain");
	assert_email("a@conto_h.id", WRONG, "email.domain");
	assert_email("a2345678901234567890123456789012345678901234567890"
		     "123456789012345@c.id",
	    WRONG, "email.long");
}

T(a_mistyped_provider_is_doubted)
{
	struct fact fact = { 0 };

	assert_email("budi@gmail.con", DOUBT, "email.likely");
	assert_email("budi@gmial.com", DOUBT, "email.likely");
	assert_email("budi@yaho.co.id", DOUBT, "email.likely");
	assert_email("budi@ymail.com", FINE, "");
	assert_email("budi@mail.com", FINE, "");
	(void)email_check("budi@gmial.com", &fact);
	assert_string_equal(fact.arg[1], "gmail.com");
}

T(a_name_of_one_word_is_a_name)
{
	assert_name("Suharto", FINE, "");
	assert_name("R. Siti Nur'aini, S.T., M.M.", FINE, "");
	assert_name("Jos\u00e9 Mu\u00f1oz-Ramos", FINE, "");
	assert_name("", FINE, "");
}

T(a_name_without_letters_is_wrong)
{
	assert_name("...", WRONG, "name.no-letter");
	assert_name("Budi2", WRONG, "name.character");
	assert_name("Budi \u0661", WRONG, "name.character");
	assert_name("Budi@", WRONG, "name.character");
	assert_name("Budi \u2605", WRONG, "name.character");
}

T(a_name_may_be_as_long_as_a_card_is)
{
	char name[NAME_MAX_CHARACTERS + 2];

	memset(name, 'a', sizeof name);
	name[NAME_MAX_CHARACTERS + 1] = '\0';
	assert_name(name, WRONG, "name.long");
	name[NAME_MAX_CHARACTERS] = '\0';
	assert_name(name, FINE, "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_people_write_between_digits_is_left_out),
		cmocka_unit_test(a_check_digit_belongs_to_eight_digits),
		cmocka_unit_test(an_npwp_of_fifteen_digits_has_a_check_digit),
		cmocka_unit_test(
		    an_npwp_of_sixteen_digits_is_the_old_one_or_a_nik),
		cmocka_unit_test(an_npwp_of_another_length_is_wrong),
		cmocka_unit_test(a_nib_has_thirteen_digits_and_keeps_its_zeros),
		cmocka_unit_test(a_kbli_code_has_five_digits),
		cmocka_unit_test(numbers_are_printed_in_groups),
		cmocka_unit_test(
		    a_nik_is_shown_as_twelve_marks_and_four_digits),
		cmocka_unit_test(a_telephone_number_is_stored_with_its_country),
		cmocka_unit_test(what_is_no_telephone_number_is_kept_as_typed),
		cmocka_unit_test(the_numbers_of_the_standard_pass),
		cmocka_unit_test(a_telephone_number_is_only_ever_doubted),
		cmocka_unit_test(an_e_mail_address_has_a_shape),
		cmocka_unit_test(a_mistyped_provider_is_doubted),
		cmocka_unit_test(a_name_of_one_word_is_a_name),
		cmocka_unit_test(a_name_without_letters_is_wrong),
		cmocka_unit_test(a_name_may_be_as_long_as_a_card_is),
	};

	return T_RUN(tests);
}
