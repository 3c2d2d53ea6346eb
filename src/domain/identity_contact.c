#include <string.h>

#include "base/text.h"
#include "domain/identity.h"

/* Does the domain have two labels or more, of letters, digits and strips? */
static bool
is_domain(const char *domain)
{
	size_t dots = 0;
	char before = '.';

	for (; *domain != '\0'; domain++) {
		bool is_dot = *domain == '.';

		if (is_dot && before == '.')
			return false;
		if (!is_dot && *domain != '-' &&
		    (*domain < '0' || *domain > '9') &&
		    (*domain < 'A' || *domain > 'Z') &&
		    (*domain < 'a' || *domain > 'z'))
			return false;
		dots += is_dot;
		before = *domain;
	}
	return dots > 0 && before != '.';
}

/* The provider that was likely meant, or NULL. */
static const char *
likely_provider(const char *domain)
{
	static const char *const known[] = { "email.com", "gmail.com",
		"hotmail.com", "icloud.com", "live.com", "mail.com",
		"outlook.com", "rocketmail.com", "yahoo.co.id", "yahoo.com",
		"ymail.com" };
	static const char *const meant[] = { "gmail.com", "hotmail.com",
		"icloud.com", "outlook.com", "rocketmail.com", "yahoo.co.id",
		"yahoo.com" };

	if (strlen(domain) > 20)
		return NULL;
	for (size_t i = 0; i < array_length(known); i++)
		if (strcmp(domain, known[i]) == 0)
			return NULL;
	for (size_t i = 0; i < array_length(meant); i++)
		if (text_distance(domain, meant[i]) <= 2)
			return meant[i];
	return NULL;
}

enum severity
email_check(const char *email, struct fact *fact)
{
	const char *at = strchr(email, '@');
	const char *likely;

	if (*email == '\0')
		return FINE;
	if (strpbrk(email, " \t\n") != NULL) {
		fact_set(fact, "email.blank", NULL);
		return WRONG;
	}
	if (at == NULL || strchr(at + 1, '@') != NULL) {
		fact_set(
		    fact, at == NULL ? "email.no-at" : "email.two-at", NULL);
		return WRONG;
	}
	if (at == email || at - email > 64 || strlen(email) > EMAIL_MAX) {
		fact_set(
		    fact, at == email ? "email.no-name" : "email.long", NULL);
		return WRONG;
	}
	if (!is_domain(at + 1)) {
		fact_set(fact, "email.domain", at + 1, NULL);
		return WRONG;
	}
	likely = likely_provider(at + 1);
	if (likely != NULL) {
		fact_set(fact, "email.likely", at + 1, likely, NULL);
		return DOUBT;
	}
	return FINE;
}

/* Does a cluster begin with a letter, and have nothing but marks behind? */
static bool
is_letter(const char *cluster, size_t size)
{
	uint32_t point;
	size_t length;

	for (size_t i = 0; i < size; i += length) {
		length = text_decode(cluster + i, size - i, &point);
		if (length == 0 || !text_is_letter(point))
			return false;
	}
	return size > 0;
}

enum severity
name_check(const char *name, struct fact *fact)
{
	bool has_letter = false;
	size_t next;

	if (*name == '\0')
		return FINE;
	for (size_t at = 0; name[at] != '\0'; at = next) {
		next = text_next(name, at);
		if (is_letter(name + at, next - at)) {
			has_letter = true;
			continue;
		}
		if (next - at == 1 && strchr(" '.,-", name[at]) != NULL)
			continue;
		fact_set(fact, "name.character", NULL);
		fact_arg(fact, 0, "%.*s", (int)(next - at), name + at);
		return WRONG;
	}
	if (!has_letter) {
		fact_set(fact, "name.no-letter", NULL);
		return WRONG;
	}
	if (text_characters(name) > NAME_MAX_CHARACTERS) {
		fact_set(fact, "name.long", NULL);
		fact_arg(fact, 0, "%d", NAME_MAX_CHARACTERS);
		return WRONG;
	}
	return FINE;
}
