"""`python -m hrcli`."""

from hrcli.cli import main

main()
