# Languages compiled to constant tables.
LOCALES := $(sort $(wildcard templates/locales/*.yaml))

GEN_SRCS += build/gen/locale_tables.c

build/gen/locales: include/locale/words.def src/locale/plural.h

build/gen/locale_tables.c: build/gen/locales $(LOCALES)
	$(STEP) locales $@
	$(Q)build/gen/locales $(LOCALES) > $@
