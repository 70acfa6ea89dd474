"""The two ways an analysis ends early, and how its sentences reach a reader."""


class InvalidInput(ValueError):
    """Something given to an analysis cannot be used.

    message: an English sentence naming what is wrong and the remedy, with
        `{name}` placeholders; whoever shows it looks up its translation.
    values: what the placeholders stand for; those that are Translatable are shown translated.
    """

    def __init__(self, message, **values):
        super().__init__(message.format(**values))
        self.message = message
        self.values = values


class Cancelled(Exception):
    """The person asked for an end; raised from inside a progress report."""


class Translatable(str):
    """An English text that has a translation."""


def translatable(message):
    """Mark a literal English text for translation; the text itself is returned."""
    return Translatable(message)
