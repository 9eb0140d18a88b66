"""Which view a page has, by the name of its template.

In: an opened page. Out: what its template receives. Never: loads the views of pages that are not made: a build that
makes a few pages anew would spend more on loading all the views than on the pages.
"""

from typing import Any

from acervo.site.page import Opened


def view_of(opened: Opened) -> Any:
    """Return the view of a page. Raises LookupError for a template that has none."""
    match opened.page.template:
        case "home":
            from acervo.site.views.home import home

            return home(opened)
        case "channels":
            from acervo.site.views.channels import channels

            return channels(opened)
        case "almanac":
            from acervo.site.views.almanac import almanac

            return almanac(opened)
        case "list":
            from acervo.site.views.catalogue import catalogue

            return catalogue(opened)
        case "risks":
            from acervo.site.views.risks import risks

            return risks(opened)
        case "conferences":
            from acervo.site.views.conference import conference

            return conference(opened)
        case "speakers":
            from acervo.site.views.person import person

            return person(opened)
        case "documents":
            from acervo.site.views.document import document

            return document(opened)
        case "networks":
            from acervo.site.views.network import network

            return network(opened)
        case "institutions":
            from acervo.site.views.institution import institution

            return institution(opened)
        case "series":
            from acervo.site.views.series import series

            return series(opened)
        case "routes":
            from acervo.site.views.route import route

            return route(opened)
        case "evaluations":
            from acervo.site.views.evaluation import evaluation

            return evaluation(opened)
        case "results":
            from acervo.site.views.results import results

            return results(opened)
        case "topics":
            from acervo.site.views.topic import topic

            return topic(opened)
        case "package":
            from acervo.site.views.package import package

            return package(opened)
        case "figures":
            from acervo.site.views.figures import figures

            return figures(opened)
        case "milestones":
            from acervo.site.views.milestones import milestones

            return milestones(opened)
        case "territory":
            from acervo.site.views.territory import territory

            return territory(opened)
        case "state":
            from acervo.site.views.territory import state

            return state(opened)
        case "ties":
            from acervo.site.views.ties import ties

            return ties(opened)
        case "editor":
            from acervo.site.views.editor import editor

            return editor(opened)
        case "quality":
            from acervo.site.views.quality import quality

            return quality(opened)
        case "gap":
            from acervo.site.views.quality import gap

            return gap(opened)
        case "gaps":
            from acervo.site.views.quality import gaps

            return gaps(opened)
        case "withdrawn":
            from acervo.site.views.notice import withdrawn

            return withdrawn(opened)
        case "redirect":
            from acervo.site.views.notice import redirect

            return redirect(opened)
        case unknown:
            raise LookupError(unknown)
