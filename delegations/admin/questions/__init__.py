"""What an event asks those who come: staff write the questions, and ask for the answers."""
