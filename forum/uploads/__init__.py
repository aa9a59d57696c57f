"""What staff upload: checked by its content, kept under names nobody guesses, sent with care."""
