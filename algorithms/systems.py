"""The land code systems, by name: free of the packages that reading codes needs."""

from .errors import translatable

SURVEY, USE2023, USE2020 = "survey", "use2023", "use2020"
CODE_SYSTEMS = (SURVEY, USE2023, USE2020)
SYSTEM_NAMES = {
    SURVEY: translatable("Land survey (国土调查)"),
    USE2023: translatable("Land and sea use 2023 (用地用海)"),
    USE2020: translatable("Land and sea use, 2020 trial version"),
}
