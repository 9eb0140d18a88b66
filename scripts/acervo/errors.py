"""What goes wrong for a reason that a person can mend.

In: a Spanish sentence that says what happened and what to do. Out: an exception the command line prints as it is.
Never: carries a traceback to an editor.
"""


class Failure(Exception):
    """A failure told in one Spanish sentence."""
