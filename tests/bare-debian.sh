#!/bin/sh
# Shows that `make demo` and `make test` each work as the first command after
# a clone, on a bare Debian 12 where nothing but git, make and certificates is
# installed. Not part of `make test`: it fetches a system of 200 MB.
#
#   sudo sh tests/bare-debian.sh [FOLDER]
#
# Needs root and debootstrap. FOLDER (default: a new one in /tmp) takes the
# systems; `base` in it is kept and used again. MIRROR names another source of
# packages; else it is the one that this machine uses.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
folder=${1:-$(mktemp -d)}
mirror=${MIRROR:-$(apt-get indextargets --format '$(REPO_URI)' |
    grep -v security | head -n 1)}

say() {
    printf '\n== %s\n' "$*"
}

fresh_root() { # name: a copy of the bare system with a clone in /root/dossier
    rm -rf "${folder:?}/$1"
    cp -a "$folder/base" "$folder/$1"
    cp /etc/resolv.conf "$folder/$1/etc/resolv.conf"
    git clone -q --no-hardlinks "$here" "$folder/$1/root/dossier"
}

inside() { # name command: with /proc, and all that is mounted gone afterwards
    # The command is run by the shell inside.
    # shellcheck disable=SC2016
    unshare --mount --pid --fork sh -c '
        mount -t proc proc "$1/proc"
        exec chroot "$1" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin \
            HOME=/root sh -c "cd /root/dossier && $2"' \
        inside "$folder/$1" "$2"
}

if [ ! -d "$folder/base/root" ]; then
    say "A bare Debian 12 in $folder/base"
    debootstrap --variant=minbase --include=git,make,ca-certificates \
        bookworm "$folder/base" "$mirror" > "$folder/debootstrap.log"
fi

say "make demo"
fresh_root demo
inside demo 'bash -c "time make demo" > log 2>&1; tail -n 20 log; ls -l out'

say "make test"
fresh_root test
inside test 'bash -c "time make test" > log 2>&1; tail -n 15 log'

say "without the right to install"
fresh_root user
inside user 'chmod 755 /root && chown -R nobody . &&
    setpriv --reuid=65534 --clear-groups make demo 2>&1 | tail -n 6'
say "The systems are in $folder"
