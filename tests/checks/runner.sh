#!/bin/sh
# The runner itself: what fails is counted and shown, nothing run is a
# failure, UPDATE=1 mends what a case expects.
run=$(cd "$(dirname "$0")/../.." && pwd)/build/tests/run
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
unset UPDATE VERBOSE
status=0

expect() { # what closing-line status: of a run in $work
    got=$(DOSSIER=$work/bin/dossier "$run" 2>&1)
    result=$?
    if [ "$(echo "$got" | tail -n 1)" = "$2" ] && [ $result -eq "$3" ]; then
        echo "ok - runner: $1"
    else
        echo "$got"
        echo "not ok - runner: $1 (status $result)"
        status=1
    fi
}

expect "nothing to run" "0 passed, 0 failed" 1

mkdir -p bin tests/cli/one tests/check/X001 tests/checks
cat > bin/dossier <<'END'
#!/bin/sh
echo 'bad.yaml:1:1: warning: strange [X001]' >&2
echo '  1 | a: b' >&2
[ "$1" != build ] || touch left
END
chmod +x bin/dossier
echo 'dossier build' > tests/cli/one/cmd
echo 'a: b' > tests/check/X001/bad.yaml
echo 'a: b' > tests/check/X001/good.yaml
echo 'echo "ok 1 - a"; echo "not ok 2 - b"; exit 1' > tests/checks/tap.sh
expect "failures" "1 passed, 4 failed" 1

rm tests/checks/tap.sh tests/check/X001/good.yaml
UPDATE=1 DOSSIER=$work/bin/dossier "$run" > log 2>&1
expect "what was updated" "2 passed, 0 failed" 0

echo nonsense > tests/cli/one/files
expect "a file that should be there" "1 passed, 1 failed" 1

echo 'kill -9 $$' > tests/checks/dies.sh
rm -r tests/cli
expect "a script that dies" "1 passed, 1 failed" 1
exit $status
