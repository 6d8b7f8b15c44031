# mutau: `make map` makes the allowed-region map, `make test` runs the tests. Both install what they miss.

SWIFT ?= swift
PREFIX ?= /usr/local
PROGRAM = .build/release/mutau
# The same with Swift's runtime inside, which starts sooner.
STATIC = .build/release/mutau-static
HOST = .build/release/mutau-plugin-host
# Options for `make map`: MAP_OPTIONS='--scenario consistent' for instance.
MAP_OPTIONS ?=
# How long `make fuzz` tries each parser [s], and how often `make kill-test` kills each command that changes
# the archive, and `scan run`.
FUZZ_SECONDS ?= 600
KILLS ?= 200
# Where `make bound-figures` draws: the committed figures by default.
BOUND_FIGURES ?= Documentation/figures
# The bench.json of an earlier run, for `make bench` to compare with.
BASE ?=

.DEFAULT_GOAL := help
.PHONY: help plan setup map figures bound-figures build static library wheel python-test tests test kill-test fuzz interop \
  bench lint format stage install uninstall dist deb dist-test slurm-test slurm-load \
  docs

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

# Of the same objects, in seconds; with the host of bounds in Swift beside it.
link_static = [ $(STATIC) -nt $(PROGRAM) ] && [ $(HOST) -nt $(PROGRAM) ] || sh .ci/link.sh .build/release
static: build
	@$(link_static)

# Swift's runtime goes into the library, so that it needs none where it is loaded.
STATIC_RUNTIME = $(shell $(SWIFT)c -print-target-info | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')_static/linux
VERSION = $(shell sed -n 's/.*number = "\(.*\)".*/\1/p' Sources/Asking/Inputs/ProgramVersion.swift)

library: build ## build .build/release/libmutau.so, whose functions Sources/CMutau/mutau.h declares
	@MUTAU_STATIC_RUNTIME=$(STATIC_RUNTIME) $(SWIFT) build -c release --product mutau-c
	@sh .ci/link.sh .build/release library

wheel: library ## pack the Python package with the library into mutau-wheel/
	@rm -rf mutau-wheel
	@python3 Sources/Python/wheel.py .build/release/libmutau.so $(VERSION) mutau-wheel

python-test: wheel build ## install the wheel into a clean environment and run its tests
	@sh Tests/Python/run.sh mutau-wheel/*.whl $(PROGRAM)

map: static ## make the allowed-region map into mutau-map/
	@$(STATIC) map $(MAP_OPTIONS)

figures: static ## make the maps of all scenarios, as in the README, below mutau-figures/
	@$(STATIC) map --output mutau-figures/paper
	@$(STATIC) map --scenario consistent --output mutau-figures/consistent
	@$(STATIC) map --scenario current --output mutau-figures/current

bound-figures: build ## draw the figures of the pages of computed bounds, beside published points
	@python3 -B Documentation/figures/draw.py $(PROGRAM) $(BOUND_FIGURES)

docs: build ## build the handbook into mutau-handbook/: pages of HTML, to be opened from there or from any server
	@python3 -B Documentation/handbook/build.py $(PROGRAM) mutau-handbook .build/handbook/mutau.docc

# In the configuration that is used: `make map` and the tests share a build, and the tests run the program itself, as it is
# installed. Asked for their product, SwiftPM builds no benchmarks and nothing of the argument parser's own plugins.
tests: setup plan
	@[ -d .build/release ] || echo "building mutau and its tests: five to ten minutes on two cores the first time" >&2
	@$(SWIFT) build -c release --product mutauPackageTests
	@$(link_static)

test: tests ## run the tests
	@$(SWIFT) test -c release --skip-build

kill-test: tests ## kill add, remove, refresh and scan run KILLS times each at random, 200 by default, and see that nothing is lost
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

STAGE = .build/stage
PACKAGE = mutau-$(VERSION)-linux-$(shell uname -m)

stage: ## lay out what is installed: the program that needs no Swift, manual pages, completions; built where the sources changed
	@sh .ci/stage.sh .build/release $(STAGE)

install: stage ## install below PREFIX the program, its manual pages and completions, and the interface for plugins
	@install -d $(DESTDIR)$(PREFIX)/lib/mutau $(DESTDIR)$(PREFIX)/lib/pkgconfig
	@cp -R $(STAGE)/. $(DESTDIR)$(PREFIX)/
	@printf 'Name: constraintkit\nDescription: Interface for bounds loaded into mutau\nVersion: 1\nCflags: -I%s/lib/mutau/modules -I%s/include\n' \
	  '$(PREFIX)' '$(PREFIX)' > $(DESTDIR)$(PREFIX)/lib/pkgconfig/constraintkit.pc
	@{ cd $(STAGE) && find . -type f | sed 's|^[.]/||' | LC_ALL=C sort; echo lib/pkgconfig/constraintkit.pc; echo lib/mutau/files; } \
	  > $(DESTDIR)$(PREFIX)/lib/mutau/files
	@echo "installed: $(DESTDIR)$(PREFIX)/bin/mutau"

# What `install` noted is taken out, and the folders that are mutau's own.
uninstall: ## take out of PREFIX all that `make install` put there
	@test -r $(DESTDIR)$(PREFIX)/lib/mutau/files || { echo "mutau is not installed below $(DESTDIR)$(PREFIX)" >&2; exit 1; }
	@cd $(DESTDIR)$(PREFIX) && cp lib/mutau/files .mutau-files && while IFS= read -r file; do rm -f "$$file"; done < .mutau-files && \
	  rm -f .mutau-files && for folder in lib/mutau/modules lib/mutau share/doc/mutau; do rmdir "$$folder"; done

dist: stage ## pack .build/mutau-VERSION-linux-ARCH.tar.gz, which runs on Debian 12, Ubuntu 22.04, RHEL 9 and later without Swift
	@sh .ci/dist.sh $(STAGE) .build/$(PACKAGE)

deb: stage ## pack .build/mutau_VERSION_ARCH.deb
	@sh .ci/deb.sh $(STAGE) $(VERSION) .build

dist-test: dist deb ## see that both run where nothing but a C library is, and leave nothing behind
	@sh Tests/Dist/check.sh .build/$(PACKAGE).tar.gz .build/mutau_$(VERSION)_*.deb $(PROGRAM)

slurm-test: build ## have a real Slurm of this machine compute a scan in a hundred parts
	@sh .ci/setup.sh cluster
	@sh Tests/Slurm/check.sh $(PROGRAM)

slurm-load: build ## the same with ten thousand parts, which takes a quarter of an hour
	@sh .ci/setup.sh cluster
	@sh Tests/Slurm/many.sh $(PROGRAM)
