# Hyphenation patterns, compiled into tables.
HYPHENATION := $(sort $(wildcard src/type/hyphenation/*.tex))

GEN_SRCS += build/gen/hyphens.c

build/gen/hyphens.c: build/gen/hyphens $(HYPHENATION)
	$(STEP) hyphens $@
	$(Q)build/gen/hyphens $(HYPHENATION) > $@

build/gen/hyphens: $(wildcard src/gen/hyphens/*.[ch])
