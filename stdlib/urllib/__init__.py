"""URLs. Only urllib.parse exists."""
