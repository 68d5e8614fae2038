"""The steps of `project.sqlite`, from an empty file on."""
