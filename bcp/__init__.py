"""Plan and rehearse the recovery of an organisation's ICT after a disaster."""

__version__ = "0.1.0"
