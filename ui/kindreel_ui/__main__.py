"""`python -m kindreel_ui`: the window."""

import sys

from kindreel_ui.app import main

sys.exit(main(sys.argv))
