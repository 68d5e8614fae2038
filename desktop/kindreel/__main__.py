"""`python -m kindreel`: the command line."""

import sys

from kindreel.cli import main

sys.exit(main())
