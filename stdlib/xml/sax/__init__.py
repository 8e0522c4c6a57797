"""The xml.sax package; see saxutils."""
