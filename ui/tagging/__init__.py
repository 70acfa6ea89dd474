"""The 5+X tagging dock."""
