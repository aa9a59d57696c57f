"""From a press release to a draft: what a text names, proposed to staff, who decide."""
