"""Pure values and pure edits; no input, no output, nothing imported from the other rooms."""
