"""Text as the rest of Parley sees it: folding, words and spans; pure functions shared by the loader and the filters."""
