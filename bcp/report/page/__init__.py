"""The managers' page: one self-contained HTML file in both languages, made to be read in ten minutes.

First the content as frozen objects (one module a part of the page), then the rendering.
"""

from bcp.report.page.content import Content, content_of
from bcp.report.page.figures import figures_json
from bcp.report.page.rendering import managers_page, rendered

__all__ = ["Content", "content_of", "figures_json", "managers_page", "rendered"]
