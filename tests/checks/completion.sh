#!/bin/sh
# Completions: what bash offers for words that are being typed, and that the
# scripts of zsh and fish are well-formed where those shells are.
cd "$(dirname "$0")/../.." || exit 1
[ -x "${DOSSIER:-}" ] || exit 0

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
status=0
for shell in bash zsh fish; do
    "$DOSSIER" completion $shell > "$work/$shell" || status=1
    if ! command -v $shell > "$work/where"; then
        echo "skipped: $shell is not here"
    elif ! $shell -n "$work/$shell"; then
        echo "the completions of $shell are not well-formed"
        status=1
    fi
done
command -v bash > "$work/where" || exit $status

# The words behind "dossier" that are typed, the last one not finished; what
# must be offered; what must not be.
cat > "$work/try.sh" << 'END'
. "$1/bash"
failed=0
expect() {
    local typed=$1 wanted=$2 unwanted=$3
    read -r -a COMP_WORDS <<< "dossier $typed"
    case $typed in *' ' | '') COMP_WORDS+=("") ;; esac
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _dossier
    local offered=" ${COMPREPLY[*]} "
    for word in $wanted; do
        case $offered in
        *" $word "*) ;;
        *) echo "not offered behind \"$typed\": $word"; failed=1 ;;
        esac
    done
    for word in $unwanted; do
        case $offered in
        *" $word "*) echo "offered behind \"$typed\": $word"; failed=1 ;;
        esac
    done
}
cd "$1" || exit 1
mkdir -p folder
touch me.yaml folder/x.yaml
expect 'b' 'build' 'check'
expect '' 'new check build import export --version' ''
expect 'build ' 'me.yaml folder' 'build --to'
expect 'build --' '--to --theme --all' '--fix'
expect 'render --' '--to' '--fix'
expect 'check --fi' '--fix' '--to'
expect 'build --to ' 'pdf docx' 'me.yaml'
expect 'build --to = d' 'docx' 'pdf'
expect 'build --to pdf,' 'pdf,docx pdf,html' 'docx'
expect 'build --theme ' 'classic modern' 'me.yaml'
expect 'build -t cl' 'classic' 'modern'
expect 'build --role ' 'practice-manager' 'me.yaml'
expect 'build --lang ' 'de fr' ''
expect 'build --audience ' 'public interview' ''
expect 'build --fonts ' 'folder' 'me.yaml'
expect 'build --job ' 'me.yaml' ''
expect 'build --set ' '' 'me.yaml'
expect 'list ' 'themes sent' 'me.yaml'
expect 'list variants ' 'me.yaml' 'themes'
expect 'schema m' 'metrics match' 'file'
expect 'completion ' 'bash zsh fish' 'me.yaml'
expect 'help i' 'import' 'build'
exit $failed
END
bash "$work/try.sh" "$work" || status=1
exit $status
