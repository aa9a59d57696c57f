"""A made-up archive of any size, to see how the site does when it is large.

Nothing in it is a fact: names of persons are composed of syllables, those of institutions of a
number and the words of their kind, and nobody met or signed anything. The same seed gives the same
rows on the same day.
"""
