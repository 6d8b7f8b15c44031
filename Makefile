# mutau: `make map` makes the allowed-region map, `make test` runs the tests. Both install what they miss.

SWIFT ?= swift
PREFIX ?= /usr/local
PROGRAM = .build/release/mutau
# Options for `make map`: MAP_OPTIONS='--scenario consistent' for instance.
MAP_OPTIONS ?=
# How long `make fuzz` tries each parser [s], and how often `make kill-test` kills each command that changes
# the archive.
FUZZ_SECONDS ?= 600
KILLS ?= 200
# Where `make bound-figures` draws: the committed figures by default.
BOUND_FIGURES ?= Documentation/figures
# The bench.json of an earlier run, for `make bench` to compare with.
BASE ?=

.DEFAULT_GOAL := help
.PHONY: help plan setup map figures bound-figures build library wheel python-test tests test kill-test fuzz interop \
  bench lint format install

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 16

setup: ## install the libraries and gnuplot where they are missing
	@sh .ci/setup.sh

# The build plan knows the files of Constraints/ by name: it is made anew where one was taken away.
plan:
	@if [ -n "$$(find Constraints -type d -newer Package.swift)" ]; then touch Package.swift; fi

build: setup plan ## build the program
	@[ -x $(PROGRAM) ] || echo "building mutau: a line for each module, three to seven minutes on two cores the first time" >&2
	@$(SWIFT) build -c release --product mutau

# Swift's runtime goes into the library, so that it needs none where it is loaded.
STATIC_RUNTIME = $(shell $(SWIFT)c -print-target-info | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')_static/linux
VERSION = $(shell sed -n 's/.*number = "\(.*\)".*/\1/p' Sources/Asking/Inputs/ProgramVersion.swift)

library: setup plan ## build .build/release/libmutau.so, whose functions Sources/CMutau/mutau.h declares
	@MUTAU_STATIC_RUNTIME=$(STATIC_RUNTIME) $(SWIFT) build -c release --product mutau-c
	@strip --strip-unneeded -o .build/release/libmutau.so .build/release/libmutau-c.so

wheel: library ## pack the Python package with the library into mutau-wheel/
	@rm -rf mutau-wheel
	@python3 Sources/Python/wheel.py .build/release/libmutau.so $(VERSION) mutau-wheel

python-test: wheel build ## install the wheel into a clean environment and run its tests
	@sh Tests/Python/run.sh mutau-wheel/*.whl $(PROGRAM)

map: build ## make the allowed-region map into mutau-map/
	@$(PROGRAM) map $(MAP_OPTIONS)

figures: build ## make the maps of all scenarios, as in the README, below mutau-figures/
	@$(PROGRAM) map --output mutau-figures/paper
	@$(PROGRAM) map --scenario consistent --output mutau-figures/consistent
	@$(PROGRAM) map --scenario current --output mutau-figures/current

bound-figures: build ## draw the figures of the pages of computed bounds, beside published points
	@python3 -B Documentation/figures/draw.py $(PROGRAM) $(BOUND_FIGURES)

# In the configuration that is used: `make map` and the tests share a build, and the tests run the program itself.
tests: setup plan
	@[ -d .build/release ] || echo "building mutau and its tests: five to ten minutes on two cores the first time" >&2
	@$(SWIFT) build -c release --build-tests

test: tests ## run the tests
	@$(SWIFT) test -c release --skip-build

kill-test: tests ## kill add, remove and refresh KILLS times each at random, 200 by default, and see that nothing is lost
	@MUTAU_TEST_KILLS=$(KILLS) $(SWIFT) test -c release --skip-build --filter killedAtRandom

fuzz: setup plan ## feed each parser with mutations for FUZZ_SECONDS, ten minutes by default, under AddressSanitizer
	@sh Tests/Fuzz/run.sh $(FUZZ_SECONDS)

interop: build ## have astropy, STILTS and other readers read what is written
	@sh .ci/setup.sh extra
	@sh Tests/Interop/check.sh $(PROGRAM)

bench: build ## measure, each as a ratio to a baseline of the same run; BASE=old/bench.json: and to an earlier run
	@$(SWIFT) build -c release --product mutau-benchmarks
	@.build/release/mutau-benchmarks $(PROGRAM) mutau-bench $(BASE)

lint: ## check the format of the sources
	@$(SWIFT) format lint --strict --recursive Sources Plugins Tests Package.swift

format: ## format the sources
	@$(SWIFT) format --in-place --recursive Sources Plugins Tests Package.swift

# The program and what plugins are built against. ConstraintKit's binary module, not its text alone: on Linux one
# compiler has to build both sides.
install: build ## install the program and the interface for plugins below PREFIX
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/include $(DESTDIR)$(PREFIX)/lib/mutau/modules \
	  $(DESTDIR)$(PREFIX)/lib/pkgconfig
	install -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/mutau
	install -m 644 Sources/CPluginABI/include/mutau_plugin.h $(DESTDIR)$(PREFIX)/include/
	install -m 644 .build/release/Modules/ConstraintKit.swiftmodule $(DESTDIR)$(PREFIX)/lib/mutau/modules/
	install -m 644 .build/release/Modules/ConstraintKit.swiftinterface $(DESTDIR)$(PREFIX)/lib/mutau/
	printf 'Name: constraintkit\nDescription: Interface for bounds loaded into mutau\nVersion: 1\nCflags: -I%s/lib/mutau/modules -I%s/include\n' \
	  '$(PREFIX)' '$(PREFIX)' > $(DESTDIR)$(PREFIX)/lib/pkgconfig/constraintkit.pc
