"""`python -m sharik`."""

from sharik.cli import main

main()
