"""The xml package; only xml.sax.saxutils's text functions exist."""
