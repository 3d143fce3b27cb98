"""From text to what it names: hashtags, mentions, links, places and a language, each with its place in the text.

Raise EXTRACTOR_VERSION with every change that may find something else in the same text: the loader then reads it anew.
"""

EXTRACTOR_VERSION = 2
