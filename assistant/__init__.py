"""Sidemind: a desktop assistant that takes over the load of its user's working memory."""

__version__ = "0.1.0"
