"""``docgen`` and ``python -m docgen``."""

import atexit
import gc


def main() -> None:
    """Run the command line."""
    # A command is over in a moment: collecting garbage while it starts, and once more when it
    # ends, would take a fifth of its time.
    gc.set_threshold(100_000)
    atexit.register(gc.freeze)
    from docgen.cli import main as run

    run()


if __name__ == "__main__":
    main()
