"""Colours, one place for all: told apart by people with colour-blindness and in greyscale."""

# Block classes from below every threshold upwards: light and yellow to dark and green.
BLOCK_CLASSES = ("#e4dcc3", "#c2d982", "#6fb36b", "#1f7a5c", "#0b4a4a", "#062c3a")
LINE = "#4a4a45"
HALO = "#ffffff"
SETTLEMENT = "#d9a37f"
# What is suggested for a settlement: strong where it moves, quiet where it stays.
DISPOSITIONS = {"merge": "#c8553d", "revive": "#e9b44c", "retain": "#7fae8a", "": "#8d86b8"}
CRITERIA = ("#b3402e", "#3f7cac", "#e0a030", "#7a9e5f", "#7d6aa5")
# What is suggested for a factory: from strong (it goes) to quiet (it stays).
DISPOSALS = {
    "clear": "#b3402e", "move": "#e08a2e", "upgrade": "#e9cf6a", "keep": "#7fae8a", "convert": "#a06ab4", "": "#8d86b8",
}
OTHER_INDUSTRY = "#d9d7d0"
UNTAGGED = "#f1efe8"
# What a check found: from strong (it must be mended) to quiet (look at it).
SEVERITIES = {"error": "#b3402e", "warning": "#e9b44c", "hint": "#8aa9c8"}
# Basic farmland and high-standard farmland: both, both by the plan, only the first, only the second, other land.
FIELD_STATES = {
    "built": "#1f7a5c", "planned": "#8cc63f", "open": "#e08a2e", "outside": "#3f7cac", "other": "#e9dfa0",
    "none": "#efeee9",
}
# By how many layers lie on one another: from none, pale, to four, dark.
LAYER_COUNTS = ("#efeee9", "#c2d982", "#6fb36b", "#1f7a5c", "#0b4a4a")
# Built land in town: candidates strong, historic districts in the violet of what is special, the rest pale.
URBAN_STATUSES = {"candidate": "#d0694a", "historic": "#a06ab4", "other": "#e6e3da"}
URBAN_AREAS = {"large": "#b3402e", "small": "#e9b44c", "historic": "#a06ab4"}
# What is restored first: dark and green; last: yellow and orange; pale: left out.
RESTORATION_TIERS = {
    1: "#0b4a4a", 2: "#1f7a5c", 3: "#6fb36b", 4: "#c2d982", 5: "#e9cf6a", 6: "#e08a2e", 0: "#d9d7d0",
}
# What is restored: by sub-type, '' for others.
ECOLOGY = {
    "E1": "#6aa84f", "E2": "#3f7cac", "E3": "#2f6b3c", "E4": "#8c6d46", "E5": "#7d6aa5", "E6": "#c77d2e",
    "E7": "#b3402e", "": "#8d8d86",
}
# Why a place is special: violet for history, blue for height, green for tourism, yellow for scenery; the rest pale.
SPECIAL_PLACES = {
    "historic": "#a06ab4", "high": "#3f7cac", "tourism": "#2a9d7a", "scenic": "#e3c04f",
    "open": "#8d86b8", "": "#e6e3da",
}
# A swap: cropland that becomes forest, forest that becomes cropland.
SWAP = {"out": "#3b6b3a", "in": "#e9cf6a"}
