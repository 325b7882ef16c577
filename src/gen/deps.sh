#!/bin/sh
# Finds what the build lacks and installs it with the system's package
# manager.
#
#   sh src/gen/deps.sh GROUP...      build test bench pictures fmt lint fuzz
#
# Environment: CC, CPPFLAGS, LDFLAGS, PKG_CONFIG. Needs the right to install
# (root, or sudo); without it, prints the one line to run and fails.
set -u

CC=${CC:-cc}
PKG_CONFIG=${PKG_CONFIG:-pkg-config}

# group kind name apt dnf pacman brew ("-": comes with the system)
# kinds: cc (the compiler makes a program), cmd (a command), pc (a module of
# pkg-config), hpdf, stem (link with libharu and with libstemmer, which have no
# .pc file), file
table() {
    case $CC in
    *clang*) compiler='clang clang clang -' ;;
    *) compiler='gcc,libc6-dev gcc gcc -' ;;
    esac
    cat <<END
build cc   $CC             $compiler
build cmd  $PKG_CONFIG     pkg-config pkgconf-pkg-config pkgconf pkgconf
build pc   yaml-0.1        libyaml-dev libyaml-devel libyaml libyaml
build pc   libcmark        libcmark-dev cmark-devel cmark cmark
build pc   harfbuzz        libharfbuzz-dev harfbuzz-devel harfbuzz harfbuzz
build pc   harfbuzz-subset libharfbuzz-dev harfbuzz-devel harfbuzz harfbuzz
build pc   fribidi         libfribidi-dev fribidi-devel fribidi fribidi
build pc   libunibreak     libunibreak-dev libunibreak-devel libunibreak libunibreak
build pc   fontconfig      libfontconfig-dev fontconfig-devel fontconfig fontconfig
build pc   libdeflate      libdeflate-dev libdeflate-devel libdeflate libdeflate
build pc   libpng          libpng-dev libpng-devel libpng libpng
build pc   libqrencode     libqrencode-dev qrencode-devel qrencode qrencode
build pc   libutf8proc     libutf8proc-dev utf8proc-devel libutf8proc utf8proc
build pc   libzip          libzip-dev libzip-devel libzip libzip
build stem libstemmer      libstemmer-dev libstemmer-devel snowball snowball
build hpdf libharu         libhpdf-dev libharu-devel libharu libharu
test  pc   cmocka          libcmocka-dev libcmocka-devel cmocka cmocka
test  cmd  qpdf            qpdf qpdf qpdf qpdf
test  cmd  pdftotext       poppler-utils poppler-utils poppler poppler
test  cmd  mutool          mupdf-tools mupdf mupdf-tools mupdf-tools
test  cmd  unzip          unzip unzip unzip -
test  cmd  gs              ghostscript ghostscript ghostscript ghostscript
bench cmd  valgrind        valgrind valgrind valgrind -
pictures cmd pdftoppm      poppler-utils poppler-utils poppler poppler
pictures cmd montage       imagemagick ImageMagick imagemagick imagemagick
fmt   cmd  clang-format    clang-format clang-tools-extra clang clang-format
lint  cmd  clang-tidy      clang-tidy clang-tools-extra clang llvm
fuzz  cmd  clang           clang clang clang -
END
}

compiles() { # program text on standard input, link flags as arguments
    probe=$(mktemp -d) || exit 1
    cat > "$probe/probe.c"
    # CPPFLAGS and LDFLAGS are lists of words.
    # shellcheck disable=SC2086
    $CC ${CPPFLAGS:-} -o "$probe/probe" "$probe/probe.c" ${LDFLAGS:-} "$@" \
        > "$probe/log" 2>&1
    result=$?
    rm -rf "$probe"
    return $result
}

is_there() { # kind name
    case $1 in
    cc) echo '#include <stdio.h>
int main(void) { return 0; }' | compiles ;;
    cmd) command -v "$2" > /dev/null 2>&1 ;;
    pc) "$PKG_CONFIG" --exists "$2" > /dev/null 2>&1 ;;
    hpdf) echo '#include <hpdf.h>
int main(void) { return HPDF_GetVersion() == 0; }' | compiles -lhpdf ;;
    stem) echo '#include <libstemmer.h>
int main(void) { return sb_stemmer_list() == 0; }' | compiles -lstemmer ;;
    esac
}

manager() {
    for command in apt-get dnf pacman brew; do
        if command -v $command > /dev/null 2>&1; then
            echo $command
            return
        fi
    done
}

column() { # the package's name for this manager
    case $manager in
    apt-get) echo "$1" ;;
    dnf) echo "$2" ;;
    pacman) echo "$3" ;;
    brew) echo "$4" ;;
    *) echo "$1" ;;
    esac
}

is_installed() {
    case $manager in
    apt-get) dpkg-query -W -f '${Status}' "$1" 2> /dev/null |
        grep -q 'ok installed' ;;
    dnf) rpm -q "$1" > /dev/null 2>&1 ;;
    pacman) pacman -Q "$1" > /dev/null 2>&1 ;;
    brew) brew list "$1" > /dev/null 2>&1 ;;
    esac
}

missing_names() { # what the checks do not find, one name a line
    table | while read -r group kind name rest; do
        case " $groups " in
        *" $group "*) is_there "$kind" "$name" || echo "$name" ;;
        esac
    done
}

missing_packages() {
    table | while read -r group kind name apt dnf pacman brew; do
        case " $groups " in
        *" $group "*) ;;
        *) continue ;;
        esac
        is_there "$kind" "$name" && continue
        column "$apt" "$dnf" "$pacman" "$brew" | tr ',' '\n'
    done | grep -v '^-$' | sort -u | while read -r package; do
        is_installed "$package" || echo "$package"
    done | tr '\n' ' ' | sed 's/ $//'
}

install_line() {
    case $manager in
    apt-get) echo "apt-get install -y --no-install-recommends $packages" ;;
    dnf) echo "dnf install -y $packages" ;;
    pacman) echo "pacman -S --needed --noconfirm $packages" ;;
    brew) echo "brew install $packages" ;;
    esac
}

refresh_line() { # what fetches the lists of packages, where that is a step
    case $manager in
    apt-get) echo "apt-get update" ;;
    pacman) echo "pacman -Sy" ;;
    *) echo true ;;
    esac
}

lists_are_there() {
    [ "$manager" != apt-get ] ||
        ls /var/lib/apt/lists/*Packages* > /dev/null 2>&1
}

line_to_run() { # for somebody who may install
    if lists_are_there; then
        echo "sudo $(install_line)"
    else
        echo "sudo $(refresh_line) && sudo $(install_line)"
    fi
}

run() { # with the right to install; the manager's talk goes to the log
    # The line is a list of words.
    # shellcheck disable=SC2086
    $sudo env DEBIAN_FRONTEND=noninteractive $1 < /dev/null >> "$log" 2>&1
}

groups="$*"
manager=$(manager)
packages=$(missing_packages)
missing=$(missing_names | tr '\n' ' ')
[ -n "$missing" ] || exit 0

if [ -z "$manager" ] || [ -z "$packages" ]; then
    echo "Missing: $missing" >&2
    echo "Please install them; no package for them is known here." >&2
    exit 1
fi

sudo=
if [ "$manager" != brew ] && [ "$(id -u)" -ne 0 ]; then
    if command -v sudo > /dev/null 2>&1 &&
        { sudo -n true 2> /dev/null || [ -t 0 ]; }; then
        sudo=sudo
    else
        echo "Missing: $missing" >&2
        echo "Installing needs the right to do so. Please run:" >&2
        echo "    $(line_to_run)" >&2
        exit 1
    fi
fi

log=$(mktemp) || exit 1
trap 'rm -f "$log"' EXIT
echo "Installing with $manager: $packages"
lists_are_there || run "$(refresh_line)"
if ! run "$(install_line)"; then
    run "$(refresh_line)"
    if ! run "$(install_line)"; then
        tail -n 20 "$log" >&2
        echo "This did not work: $(install_line)" >&2
        exit 1
    fi
fi

missing=$(missing_names | tr '\n' ' ')
if [ -n "$missing" ]; then
    echo "Installed, but still not found: $missing" >&2
    exit 1
fi
echo "Installed: $packages"
