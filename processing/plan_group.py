"""The group of the algorithms that prepare what is handed in."""

from ..algorithms.errors import translatable

GROUP_ID, GROUP = "villageplan", translatable("Village plan")
