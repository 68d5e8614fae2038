"""The steps of `inbox.sqlite`, from an empty file on."""
