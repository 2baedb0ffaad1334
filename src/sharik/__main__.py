"""`python -m sharik`."""

from sharik.cli import main

if __name__ == "__main__":  # a process that sets sheets imports this as well
    main()
