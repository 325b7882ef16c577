/* GNU attributes under plain names, so that the rest reads as C11. */
#ifndef BASE_ATTR_H
#define BASE_ATTR_H

/* Positions of the format and of its first argument; 0 for a va_list. */
#define ATTR_PRINTF(form, first) __attribute__((format(printf, form, first)))
#define ATTR_NORETURN __attribute__((noreturn))
#define ATTR_RETURNS_NONNULL __attribute__((returns_nonnull))
#define ATTR_USE_RESULT __attribute__((warn_unused_result))
#define ATTR_PURE __attribute__((pure))

#endif
