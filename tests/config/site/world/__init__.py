"""A site with a marker in every place that is private or public."""

from tests.config.site.world.documents import Documents


class World(Documents):
    def __init__(self):
        super().__init__()
        self.people_and_institutions()
        self.events()
        self.delegations()
        self.sessions()
        self.meetings()
        self.nominations()
        self.agreements()
        self.outcomes()
