"""Publishes the administrative-reform plans and disclosures of Vietnamese communes as a static site."""

__version__ = "0.2.0"
