class BackupError(Exception):
    """Why nothing was done, as a sentence for whoever runs the command."""
