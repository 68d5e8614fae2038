"""How fast an export is, beside the bare encoder and other tools, in the same run."""
