#!/bin/sh
# Who may include whom: a layer only the ones before it (LAYERS in the
# Makefile), never another layer's private header, and a library only in the
# layer that owns it.
cd "$(dirname "$0")/../.." || exit 1

layers=${LAYERS:-$(make -s --no-print-directory print-LAYERS)}
# shellcheck disable=SC2046
find src include -name '*.[ch]' ! -path 'src/gen/*' | LC_ALL=C sort |
    xargs awk -v layers="$layers" '
BEGIN {
    for (count = split(layers, name, " "); count > 0; count--)
        rank[name[count]] = count

    # Which layer (or folder) may include the headers that begin so.
    owner["utf8proc"] = "src/base/"
    owner["sanitizer"] = "src/base/"
    owner["link"] = "src/base/"
    owner["yaml"] = "src/load/"
    owner["cmark"] = "src/load/"
    owner["libstemmer"] = "src/base/"
    owner["hb"] = "src/type/"
    owner["fribidi"] = "src/type/"
    owner["fontconfig"] = "src/type/"
    owner["linebreak"] = "src/type/"
    owner["unibreak"] = "src/type/"
    owner["dlfcn"] = "src/type/ src/output/docx/"
    owner["png"] = "src/layout/"
    owner["qrencode"] = "src/layout/"
    owner["hpdf"] = "src/output/pdf/"
    owner["libdeflate"] = "src/output/"
    owner["zip"] = "src/output/docx/"

    split("assert errno fcntl float inttypes limits math poll signal " \
          "stdalign stdarg stdatomic stdbool stddef stdint stdio stdlib string " \
          "strings sys termios time unistd dirent iconv ftw", standard, " ")
    for (i in standard)
        plain[standard[i]] = 1
}

function is_owner(folders,    list, i) {
    for (i = split(folders, list, " "); i > 0; i--)
        if (index(FILENAME, list[i]) == 1)
            return 1
    return 0
}

function wrong(why) {
    printf "%s:%d: %s: %s\n", FILENAME, FNR, $0, why
    bad = 1
}

FNR == 1 {
    split(FILENAME, folder, "/")
    own = folder[2]
    public = folder[1] == "include"
    own_rank = rank[own]
    if (!own_rank) {
        print FILENAME ": not in a layer of the Makefile"
        bad = 1
    }
}

/^[ \t]*#[ \t]*include[ \t]*</ {
    path = $0
    sub(/^[^<]*</, "", path)
    sub(/>.*/, "", path)
    stem = path
    sub(/[.\/_-].*/, "", stem)
    if (stem in plain)
        next
    if (!(stem in owner))
        wrong("no layer owns this header")
    else if (!is_owner(owner[stem]))
        wrong("only " owner[stem] " may use this library")
}

/^[ \t]*#[ \t]*include[ \t]*"/ {
    path = $0
    sub(/^[^"]*"/, "", path)
    sub(/".*/, "", path)
    if (path ~ /\.\./)
        wrong("leaves the folder")
    else if (path !~ /\//) {
        if (public)
            wrong("a public header needs a private one")
    } else {
        split(path, part, "/")
        if (part[1] == "gen")
            next
        if (!(part[1] in rank)) {
            if (public || index(FILENAME, "src/" own "/") != 1)
                wrong("not a header of a layer")
        } else if (rank[part[1]] > own_rank)
            wrong("a later layer")
    }
}

END { exit bad }
'
