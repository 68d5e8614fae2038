"""Reading, sorting and deciding about received comments."""
