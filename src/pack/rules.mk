# Packs compiled to constant tables.
PACK_DIRS  := $(sort $(patsubst %/,%,$(dir $(wildcard templates/packs/*/pack.yaml))))
PACK_FILES := $(wildcard templates/packs/*/*.yaml)

GEN_SRCS += build/gen/pack_tables.c

build/gen/pack: $(wildcard src/gen/pack/*.[ch]) include/pack/lists.def \
    src/pack/split.h include/base/word_heads.h
build/gen/pack: GENERATOR_LIBS = $(STEMMER)

build/gen/pack_tables.c: build/gen/pack $(PACK_FILES)
	$(STEP) pack $@
	$(Q)build/gen/pack $(PACK_DIRS) > $@
