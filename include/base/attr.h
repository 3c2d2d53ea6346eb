#ifndef BASE_ATTR_H
#define BASE_ATTR_H

/* Names for the compiler attributes the house uses. Nothing else. */

#define must_check __attribute__((warn_unused_result))
#define printf_like(fmt, first) __attribute__((format(printf, fmt, first)))
#define nonnull(...) __attribute__((nonnull(__VA_ARGS__)))
#define sentinel __attribute__((sentinel))

/* scoped(x_done) struct x thing = { 0 };  x_done(&thing) runs at scope end. */
#define scoped(done) __attribute__((cleanup(done)))

#define array_length(array) (sizeof(array) / sizeof((array)[0]))

#endif
