#!/bin/sh
# Of libstemmer's thirty languages only English is asked for. Where its archive
# goes into the program, the linker takes the functions of the others to stand
# at 0, so that they stay out, with a third of a megabyte of tables that each
# start would relocate.
#
#   sh english.sh LINK ARCHIVE FILE    as -l:libstemmer.a is linked: writes
#                                      options to FILE, prints how to name it
case $1 in
-l:*) ;;
*) exit 0 ;; # a shared library, which has them all
esac
mkdir -p "$(dirname "$3")"
nm "$2" 2> /dev/null | sed -n -E '
    / T (english_UTF_8|SN|sb_stemmer)_/d
    s/.* T ([A-Za-z0-9_]*_(create_env|close_env|stem))$/--defsym=\1=0/p
' > "$3"
test -s "$3" && echo "-Wl,@$3"
