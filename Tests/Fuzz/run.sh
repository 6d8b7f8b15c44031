#!/bin/sh
# run.sh SECONDS [PARSER...]: fuzzes each parser for that long under AddressSanitizer, from the samples of the tests. What
# makes one fail is left below .build/fuzz/failures, to be fed again by `.build/fuzz/mutau-fuzz PARSER FILE`.
set -eu
seconds=$1
shift
cd "$(dirname "$0")/../.."
fuzz=.build/fuzz
export MUTAU_FUZZ=1
# A crash under the fuzzer is libFuzzer's to report; Swift's own backtrace would take minutes.
export SWIFT_BACKTRACE=enable=no
# What is held for ever by constants made when first used is no leak, though the pointers to it are tagged and look like one.
export ASAN_OPTIONS=detect_leaks=0
# The parsers that the tests feed too. Two targets can't share a file, so that the fuzzers get a copy.
cp Tests/FuzzTests/Parser.swift Tests/FuzzTests/Escapers*.swift Tests/Fuzz/Driver/
# gold, the usual linker, fails on the sanitizers' sections.
${SWIFT:-swift} build -c release --scratch-path "$fuzz" --product mutau-fuzz -Xswiftc -sanitize=fuzzer,address \
    -Xswiftc -use-ld=lld -Xswiftc -enable-testing >"$fuzz.log" 2>&1 || {
    tail -n 20 "$fuzz.log" >&2
    echo "the fuzzers can't be built; they need libFuzzer, AddressSanitizer and lld, as Swift's own toolchain has them" >&2
    exit 1
}
program=$fuzz/release/mutau-fuzz
[ $# -gt 0 ] || set -- $("$program" | cut -d ' ' -f 1)
mkdir -p "$fuzz/failures"
failed=0
for parser; do
    found=$fuzz/corpus/$parser
    mkdir -p "$found"
    seeds=$fuzz/seeds/$parser
    mkdir -p "$seeds"
    for sample in $("$program" | sed -n "s/^$parser //p"); do cp -r "$sample" "$seeds"; done
    if [ "$parser" = shared-object ]; then sh Tests/Fuzz/shared-object.sh "$seeds/bound.so"; fi
    # A mutation is at most 64 kB long, takes at most five seconds and half a gigabyte with AddressSanitizer's own.
    if "$program" "$parser" -max_total_time="$seconds" -max_len=65536 -timeout=5 -rss_limit_mb=768 \
        -print_final_stats=1 -artifact_prefix="$fuzz/failures/$parser-" "$found" "$seeds" >"$fuzz/$parser.log" 2>&1; then
        echo "$parser: $(sed -n 's/^stat::number_of_executed_units: *//p' "$fuzz/$parser.log") inputs, none failed"
    else
        echo "$parser failed:" >&2
        grep -E "ERROR|SUMMARY|Fatal error|Test unit written" "$fuzz/$parser.log" >&2 || tail -n 5 "$fuzz/$parser.log" >&2
        failed=1
    fi
done
exit $failed
