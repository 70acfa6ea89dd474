"""Colours, one place for all: told apart by people with colour-blindness and in greyscale."""

# Block classes from below every threshold upwards: light and yellow to dark and green.
BLOCK_CLASSES = ("#e4dcc3", "#c2d982", "#6fb36b", "#1f7a5c", "#0b4a4a", "#062c3a")
LINE = "#4a4a45"
HALO = "#ffffff"
