/* GNU attributes under plain names, so that the rest reads as C11. */
#ifndef BASE_ATTR_H
#define BASE_ATTR_H

#define ATTR_PRINTF(text, first) __attribute__((format(printf, text, first)))
#define ATTR_NORETURN __attribute__((noreturn))
#define ATTR_RETURNS_NONNULL __attribute__((returns_nonnull))
#define ATTR_USE_RESULT __attribute__((warn_unused_result))
#define ATTR_PURE __attribute__((pure))

#endif
