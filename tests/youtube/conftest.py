"""Which tests of this folder there are: those over recorded answers, only for whoever has recordings."""

import os

RECORDINGS = "ACERVO_RECORDINGS"

collect_ignore = [] if os.environ.get(RECORDINGS) else ["test_recordings.py"]
