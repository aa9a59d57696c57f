"""The pages of the door: for a phone, with a script or without."""
