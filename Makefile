# dossier: one YAML file to a resume and a portfolio in PDF.
#
#   make demo      builds, renders the example into out/
#   make test      builds, runs every test; ends with "N passed, N failed"
#   make           builds build/dossier
#   make bench     instructions, memory and sizes beside the budgets
#   make install   PREFIX=/usr/local DESTDIR=
#   make deps      installs what the build needs (other targets do it as well)
#   make fmt       formats the code        make lint-code  clang-tidy
#   make docs      writes the pages made by the program
#   make gallery   every theme with three people and contact sheets, into out/
#   make pictures  the pictures of the themes in examples/themes/
#   make fuzz      builds the fuzz targets make clean
#
# Variables: CC=clang  SAN=1 (address and undefined-behaviour sanitizers)
#            WERROR=1 (warnings are errors)  V=1 (show the commands)
#            with test: UPDATE=1 (rewrite what is expected)
#                       ONLY=text (cases whose name holds it)
#
# Sources are found by wildcard. A layer that generates code brings a fragment
# src/<layer>/rules.mk, which may
#   - add to GEN_SRCS  (build/gen/x.c, compiled like any other source)
#   - add to GEN_HDRS  (build/gen/x.h, made before anything is compiled;
#                       included as "gen/x.h")
#   - name its generator build/gen/NAME (made from src/gen/NAME.c and, where
#     there is one, the folder src/gen/NAME; may use libc, libyaml and what its
#     GENERATOR_LIBS name) in the prerequisites of its rule.

LAYERS := base diag load locale model import pack job check edition compose \
          type layout output pipeline cli

PREFIX  ?= /usr/local
DESTDIR ?=
VERSION := 0.1.0

ifeq ($(origin CC),default)
CC := cc
endif

# As many jobs as processors, unless -j says otherwise.
ifeq ($(MAKELEVEL)$(filter -j%,$(MAKEFLAGS)),0)
MAKEFLAGS += -j$(shell getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)
endif

# ---- one folder of objects for each variant --------------------------------

VARIANT := release
ifneq ($(findstring clang,$(CC)),)
VARIANT := clang
endif
ifeq ($(SAN),1)
VARIANT := $(if $(filter clang,$(VARIANT)),san-clang,san)
endif
ifeq ($(FUZZ),1)
VARIANT := fuzz
endif
B := build/$(VARIANT)
# The binary that people use is the release build with the system's compiler.
BIN := $(if $(filter release,$(VARIANT)),build/dossier,$(B)/dossier)

# ---- flags -----------------------------------------------------------------

CFLAGS   ?= -O2 -g
WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes \
            -Wmissing-prototypes -Wold-style-definition -Wconversion \
            -Wno-sign-conversion -Wvla -Wformat=2 -Wcast-qual \
            -Wwrite-strings -Wundef -Wimplicit-fallthrough
ifeq ($(WERROR),1)
WARNINGS += -Werror
endif

# The comma of the flag must not stand inside a make function.
ifeq ($(SAN),1)
SANITIZE := -fsanitize=address,undefined -fno-sanitize-recover=all \
            -fno-omit-frame-pointer
override CFLAGS := -O1 -g
endif
ifeq ($(FUZZ),1)
SANITIZE := -fsanitize=address,undefined,fuzzer-no-link \
            -fno-sanitize-recover=all -fno-omit-frame-pointer
override CFLAGS := -O1 -g
endif

LANG_FLAGS := -std=c11 -D_POSIX_C_SOURCE=200809L
COMPILE_FLAGS = $(LANG_FLAGS) $(CFLAGS) $(WARNINGS) $(SANITIZE) \
                -Iinclude -Ibuild -DDOSSIER_VERSION='"$(VERSION)"' $(CPPFLAGS)
# The one file that asks where the program is installed.
$(B)/src/cli/world.o: CPPFLAGS += -DDOSSIER_SHARE='"$(PREFIX)/share/dossier"'

ifeq ($(shell uname -s),Darwin)
LINK_FLAGS := -Wl,-dead_strip_dylibs
# flock() and the size of a terminal, which POSIX does not have.
CPPFLAGS   += -D_DARWIN_C_SOURCE
CPPFLAGS   += -I$(shell brew --prefix 2>/dev/null)/include
LDFLAGS    += -L$(shell brew --prefix 2>/dev/null)/lib
else
LINK_FLAGS  = -Wl,--as-needed $(RELR_FLAGS)
endif

# The tables hold fifteen thousand pointers, each of which takes 24 bytes in
# the usual list of what to relocate at start-up and about 0.4 in a packed one.
# Not every linker and C library knows that one: asked like LIB_FLAGS, below.
RELR_PROBE  = int x, *p = &x; int main(void) { return *p; }
RELR_FLAGS  = $(eval RELR_FLAGS := $$(shell mkdir -p $(B) && \
              echo '$(RELR_PROBE)' | $(CC) -x c -o $(B)/relr - \
              -Wl,-z,pack-relative-relocs,--fatal-warnings 2> /dev/null && \
              $(B)/relr && echo -Wl,-z,pack-relative-relocs))$(RELR_FLAGS)

# Asked only when a recipe needs the answer, and then once: at the time this
# file is read, neither the libraries nor pkg-config need be installed.
PACKAGES   := yaml-0.1 libcmark harfbuzz harfbuzz-subset fribidi libunibreak \
              fontconfig libdeflate libpng libqrencode libutf8proc libzip
PKG_CONFIG ?= pkg-config
LIB_FLAGS   = $(eval LIB_FLAGS := $$(shell $(PKG_CONFIG) --cflags \
              $(PACKAGES) | sed 's/-I/-isystem /g'))$(LIB_FLAGS)
# Small libraries go into the program where the system has them as archives:
# to find a shared one and bind its names costs each start more than a page of
# the check. -lpng needs -lz behind it. libharu and libstemmer ship no .pc file.
INTO_BINARY := yaml cmark fribidi deflate png16 utf8proc
archive_of   = $(shell $(CC) -print-file-name=lib$(1).a)
as_archive   = $(if $(filter /%,$(call archive_of,$(1))),-l:lib$(1).a,-l$(1))
ifneq ($(shell uname -s),Darwin)
PREFER_ARCHIVES = $(foreach l,$(INTO_BINARY),-e 's/-l$(l) /$(call \
                  as_archive,$(l)) /g')
endif
STEMMER     = $(if $(PREFER_ARCHIVES),$(call as_archive,stemmer),-lstemmer)
ONLY_ENGLISH = $(shell sh src/gen/english.sh $(STEMMER) \
               $(call archive_of,stemmer) $(B)/stemmer.options)
LIBS        = $(eval LIBS := $$(shell $(PKG_CONFIG) --libs $(PACKAGES) | \
              sed -e 's/$$$$/ /' $$(PREFER_ARCHIVES)) \
              $(ONLY_ENGLISH) $(STEMMER) -lhpdf -lz -lm)$(LIBS)
CMOCKA      = $(eval CMOCKA := $$(shell $(PKG_CONFIG) --cflags --libs \
              cmocka))$(CMOCKA)

# ---- what there is ---------------------------------------------------------

SRCS := $(sort $(filter-out src/gen/%,$(wildcard src/*/*.c src/*/*/*.c)))
GEN_SRCS := build/gen/embedded_table.c
GEN_HDRS :=
GEN_ASMS := build/gen/embedded_data.S

all:

include $(wildcard src/*/rules.mk)

MAIN_OBJ  := $(B)/src/cli/main.o
OBJS      := $(SRCS:%.c=$(B)/%.o) $(GEN_SRCS:build/%.c=$(B)/%.o) \
             $(GEN_ASMS:build/%.S=$(B)/%.o)
LIB_OBJS  := $(filter-out $(MAIN_OBJ),$(OBJS))
ARCHIVE   := $(B)/libdossier.a
UNIT_SRCS := $(sort $(wildcard tests/unit/*.c tests/property/*.c))
UNITS     := $(UNIT_SRCS:%.c=$(B)/%)
RUNNER    := $(wildcard tests/run.c tests/runner/*.c)
HAVE_BIN  := $(if $(wildcard src/cli/main.c),$(BIN))

.PHONY: all demo test bench install deps docs gallery pictures fmt lint-code \
        fuzz clean FORCE
.DELETE_ON_ERROR:
.SECONDARY:

all: $(ARCHIVE) $(HAVE_BIN)

# ---- packages --------------------------------------------------------------

INSTALL_DEPS = CC='$(CC)' CPPFLAGS='$(CPPFLAGS)' LDFLAGS='$(LDFLAGS)' \
               PACKAGES='$(PACKAGES)' sh src/gen/deps.sh

build/deps-%.ok: src/gen/deps.sh Makefile
	@mkdir -p $(@D)
	@$(INSTALL_DEPS) $*
	@touch $@

# One package manager at a time.
build/deps-test.ok build/deps-lint.ok build/deps-bench.ok build/deps-fuzz.ok \
    build/deps-pictures.ok: | build/deps-build.ok

deps:
	@$(INSTALL_DEPS) build

DEPS := build/deps-build.ok
TEST_DEPS := $(DEPS) build/deps-test.ok

# ---- what is printed: a line for each step; V=1 shows the commands, -s none -

SILENT := $(findstring s,$(firstword -$(MAKEFLAGS)))
ifneq ($(V)$(SILENT),)
STEP = @:
Q := $(if $(SILENT),@)
else
STEP = @printf '%-8s %s\n'
Q := @
endif

# ---- compile and link ------------------------------------------------------

# Changes when a flag changes, so that objects never mix two sets of flags.
FLAGS_SEEN := $(B)/flags
$(FLAGS_SEEN): FORCE
	@mkdir -p $(@D)
	@printf '%s\n' '$(CC) $(subst ','\'',$(COMPILE_FLAGS))' | \
	    cmp -s - $@ || \
	    printf '%s\n' '$(CC) $(subst ','\'',$(COMPILE_FLAGS))' > $@

$(B)/src/%.o: src/%.c $(FLAGS_SEEN) | $(DEPS) $(GEN_HDRS)
	@mkdir -p $(@D)
	$(STEP) compile $<
	$(Q)$(CC) $(COMPILE_FLAGS) $(LIB_FLAGS) -MMD -MP -c -o $@ $<

# Generated code belongs to its layer: "<layer>/x.h" finds private headers too.
$(B)/gen/%.o: build/gen/%.c $(FLAGS_SEEN) | $(DEPS) $(GEN_HDRS)
	@mkdir -p $(@D)
	$(STEP) compile $<
	$(Q)$(CC) $(COMPILE_FLAGS) -Isrc -Wno-overlength-strings -MMD -MP -c -o $@ $<

$(B)/gen/%.o: build/gen/%.S | $(DEPS)
	@mkdir -p $(@D)
	$(STEP) embed $@
	$(Q)$(CC) -c -o $@ $<

$(ARCHIVE): $(LIB_OBJS)
	@rm -f $@
	$(STEP) archive $@
	$(Q)$(AR) rcs $@ $^

$(BIN): $(MAIN_OBJ) $(ARCHIVE)
	$(STEP) link $@
	$(Q)$(CC) $(CFLAGS) $(SANITIZE) $(LINK_FLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

# Generators run on the machine that builds, without sanitizers.
build/gen/%: src/gen/%.c include/base/str.h | $(DEPS)
	@mkdir -p $(@D)
	$(STEP) tool $@
	$(Q)$(CC) $(LANG_FLAGS) -O1 -g $(WARNINGS) -Iinclude $(CPPFLAGS) -MMD -MP \
	    -o $@ $< $(wildcard src/gen/$*/*.c) $(LDFLAGS) -lyaml $(GENERATOR_LIBS)

# ---- templates/, fonts/ and schemas in the binary --------------------------

# Notes for maintainers stay outside; licences travel with the fonts. Languages
# are in the binary already, as tables.
EMBED_FILES := $(shell find templates fonts include/*/schemas -type f \
               ! -name '*.md' ! -name '.*' ! -path 'templates/locales/*' \
               2>/dev/null | LC_ALL=C sort)

build/gen/embedded.list: FORCE
	@mkdir -p $(@D)
	@printf '%s\n' $(EMBED_FILES) | cmp -s - $@ || \
	    printf '%s\n' $(EMBED_FILES) > $@

build/gen/embedded_table.c: build/gen/embedded.list build/gen/embed \
    $(EMBED_FILES)
	$(Q)build/gen/embed table < $< > $@

build/gen/embedded_data.S: build/gen/embedded.list build/gen/embed \
    $(EMBED_FILES)
	$(Q)build/gen/embed data < $< > $@

# ---- use -------------------------------------------------------------------

demo: $(BIN)
	$(BIN) build examples/jordan-avery.yaml -o out

# The manual pages, the schema and the completions come from the tables of the program.
SHARE := build/share
$(SHARE)/%: $(BIN)
	@mkdir -p $(@D)
	$(BIN) $(subst -, ,$*) > $@

install: $(BIN) $(SHARE)/help-manual $(SHARE)/help-format $(SHARE)/schema \
    $(SHARE)/completion-bash $(SHARE)/completion-zsh $(SHARE)/completion-fish
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1 \
	    $(DESTDIR)$(PREFIX)/share/man/man5 \
	    $(DESTDIR)$(PREFIX)/share/dossier \
	    $(DESTDIR)$(PREFIX)/share/bash-completion/completions \
	    $(DESTDIR)$(PREFIX)/share/zsh/site-functions \
	    $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	install -m 755 $(BIN) $(DESTDIR)$(PREFIX)/bin/dossier
	install -m 644 $(SHARE)/help-manual \
	    $(DESTDIR)$(PREFIX)/share/man/man1/dossier.1
	install -m 644 $(SHARE)/help-format \
	    $(DESTDIR)$(PREFIX)/share/man/man5/dossier.5
	install -m 644 $(SHARE)/schema \
	    $(DESTDIR)$(PREFIX)/share/dossier/dossier.schema.json
	install -m 644 $(SHARE)/completion-bash \
	    $(DESTDIR)$(PREFIX)/share/bash-completion/completions/dossier
	install -m 644 $(SHARE)/completion-zsh \
	    $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_dossier
	install -m 644 $(SHARE)/completion-fish \
	    $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/dossier.fish

# ---- tests -----------------------------------------------------------------

$(UNITS): $(B)/tests/%: tests/%.c $(ARCHIVE) $(FLAGS_SEEN) | $(TEST_DEPS)
	@mkdir -p $(@D)
	$(STEP) test $@
	$(Q)$(CC) $(COMPILE_FLAGS) $(LIB_FLAGS) -Itests -MMD -MP -MF $@.d -MT $@ \
	    $(LINK_FLAGS) $(LDFLAGS) -o $@ $< $(ARCHIVE) $(CMOCKA) $(LIBS)

# A fuzz target is tests/fuzz/NAME.c; `make test` replays tests/fuzz/corpus/NAME
# with it, `make fuzz` builds build/fuzz/tests/fuzz/NAME for libFuzzer:
#     build/fuzz/tests/fuzz/build tests/fuzz/corpus/build -max_total_time=60
# Targets go through the whole pipeline: there are none while it is missing.
FUZZ_SRCS := $(if $(wildcard src/pipeline/build.c),\
               $(filter-out %/replay.c,$(wildcard tests/fuzz/*.c)))
REPLAYS   := $(FUZZ_SRCS:%.c=$(B)/%-replay)
FUZZERS   := $(FUZZ_SRCS:%.c=$(B)/%)

$(REPLAYS): $(B)/%-replay: %.c tests/fuzz/replay.c $(ARCHIVE) $(FLAGS_SEEN)
	@mkdir -p $(@D)
	$(STEP) fuzz $@
	$(Q)$(CC) $(COMPILE_FLAGS) $(LIB_FLAGS) $(LINK_FLAGS) $(LDFLAGS) -o $@ \
	    $< tests/fuzz/replay.c $(ARCHIVE) $(LIBS)

ifeq ($(FUZZ),1)
$(FUZZERS): $(B)/%: %.c $(ARCHIVE) $(FLAGS_SEEN)
	@mkdir -p $(@D)
	$(STEP) fuzz $@
	$(Q)$(CC) $(COMPILE_FLAGS) $(LIB_FLAGS) $(LINK_FLAGS) $(LDFLAGS) \
	    -fsanitize=fuzzer -o $@ $< $(ARCHIVE) $(LIBS)

fuzz: $(FUZZERS)
else
fuzz: | $(DEPS) build/deps-fuzz.ok
	@$(MAKE) --no-print-directory FUZZ=1 CC=clang fuzz
endif

build/tests/run: $(RUNNER) $(wildcard tests/runner/*.h) | $(DEPS)
	@mkdir -p $(@D)
	$(STEP) tool $@
	$(Q)$(CC) $(LANG_FLAGS) -O1 -g $(WARNINGS) -o $@ $(RUNNER)

test: build/tests/run $(ARCHIVE) $(HAVE_BIN) $(UNITS) $(REPLAYS) | $(TEST_DEPS)
	@DOSSIER='$(abspath $(BIN))' BUILD='$(B)' LAYERS='$(LAYERS)' \
	    CC='$(CC)' SAN='$(SAN)' UPDATE='$(UPDATE)' build/tests/run $(ONLY)

$(B)/tests/bench/measure: tests/bench/measure.c | $(DEPS)
	@mkdir -p $(@D)
	$(STEP) tool $@
	$(Q)$(CC) $(LANG_FLAGS) -O1 $(WARNINGS) -o $@ $<

bench: $(BIN) $(B)/tests/bench/measure | build/deps-bench.ok
	@sh tests/bench/bench.sh $(BIN) $(B)/tests/bench/measure

# For scripts: make print-LAYERS
print-%:
	@echo '$($*)'

# ---- pages made by the program ----------------------------------------------

docs: $(BIN)
	$(BIN) schema rules -o include/diag/codes/README.md
	$(BIN) schema layout -o templates/themes/README.md

# ---- pictures --------------------------------------------------------------

gallery: $(BIN) | build/deps-pictures.ok
	@sh tests/gallery/gallery.sh $(BIN) out/gallery

pictures: $(BIN) | build/deps-pictures.ok
	@sh tests/gallery/pictures.sh $(BIN) examples/themes

# ---- care ------------------------------------------------------------------

C_FILES := $(wildcard src/*/*.[ch] src/*/*/*.[ch] include/*/*.h \
           tests/*.[ch] tests/*/*.[ch])

fmt: | build/deps-fmt.ok
	clang-format -i $(C_FILES)

LINTS := $(SRCS:%=lint/%)
.PHONY: $(LINTS)

lint-code: $(LINTS)

$(LINTS): lint/%: $(GEN_HDRS) | $(DEPS) build/deps-lint.ok
	@clang-tidy --quiet $* -- $(LANG_FLAGS) -Iinclude -Ibuild \
	    -DDOSSIER_VERSION='"$(VERSION)"' $(LIB_FLAGS) 2>&1 | \
	    { ! grep -v 'warnings\{0,1\} generated\.$$'; }

clean:
	rm -rf build out

-include $(OBJS:.o=.d) $(UNITS:=.d) $(wildcard build/gen/*.d)
