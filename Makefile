# The commands of the project. There is no logic in this file: it is in scripts/ and in the program.
.PHONY: run build test quick dist

# Installs what is missing, builds everything, and serves the sample coalition's site on this machine.
run: build
	target/release/commonweal serve samples/tri-river

build:
	scripts/tools build
	scripts/app
	scripts/program

# Everything that runs before a change is taken in, with a real browser.
test:
	scripts/test

# The part of it that takes no browser, for every few minutes of work.
quick:
	scripts/quick

# A release in release/: one archive with the program and what belongs to it, and its sum.
dist:
	scripts/dist
