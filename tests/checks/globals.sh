#!/bin/sh
# No changing globals: the objects of the release build have neither writable
# data nor room for any. Excepted is what a signal handler must reach (cli,
# base/pending.c) and the serial number of temporary files (base/file.c).
cd "$(dirname "$0")/../.." || exit 1

objects=build/release/src
[ -d "$objects" ] && [ "${SAN:-0}" != 1 ] || exit 0
case $(uname -s) in
Linux) ;;
*) exit 0 ;;
esac

status=0
for object in $(find "$objects" -name '*.o' ! -path '*/cli/*' \
    ! -name pending.o ! -name file.o | LC_ALL=C sort); do
    size -A "$object" | awk -v object="$object" '
    $1 ~ /^\.(data|bss|tdata|tbss)(\.|$)/ && $1 !~ /^\.data\.rel\.ro/ && $2 > 0 {
        print object ": " $2 " bytes in " $1
        bad = 1
    }
    END { exit bad }' || status=1
done
exit $status
