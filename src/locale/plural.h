/* How languages choose a form by a number: the rules of Unicode's CLDR for
   whole numbers. Read by the layer and by the generator. */
#ifndef LOCALE_PLURAL_H
#define LOCALE_PLURAL_H

#define PLURAL_RULES(X)                                                        \
    X(ALWAYS_OTHER, "other")                                                   \
    X(ONE, "one") /* 1 */                                                      \
    X(ZERO_OR_ONE, "zero_or_one")                                              \
    X(EAST_SLAVIC, "east_slavic")                                              \
    X(POLISH, "polish")                                                        \
    X(CZECH, "czech")                                                          \
    X(SLOVENIAN, "slovenian")                                                  \
    X(ROMANIAN, "romanian")                                                    \
    X(LITHUANIAN, "lithuanian")                                                \
    X(LATVIAN, "latvian")                                                      \
    X(ARABIC, "arabic")                                                        \
    X(HEBREW, "hebrew")

enum plural_rule {
#define PLURAL_RULE(id, name) PLURAL_##id,
    PLURAL_RULES(PLURAL_RULE)
#undef PLURAL_RULE
        PLURAL_RULE_COUNT
};

#define PLURAL_FORM_NAMES                                                      \
    {                                                                          \
        "zero", "one", "two", "few", "many", "other"                           \
    }

#endif
