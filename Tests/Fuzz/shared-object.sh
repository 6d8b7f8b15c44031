#!/bin/sh
# shared-object.sh FILE: makes a small shared object as a sample.
set -eu
echo 'extern int other; int *mutau_plugin_bound(void) { return &other; }' | cc -shared -nostdlib -fPIC -x c -o "$1" -
