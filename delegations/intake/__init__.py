"""The lists of people and institutions that an office has: they register as they are imported."""

from delegations.intake import institutions, members, officials, programme, speakers

__all__ = ["institutions", "members", "officials", "programme", "speakers"]
